import { Knex } from 'knex';
import { StoredCalendar } from '../FreezeStore';
import { toCalendarRow } from '../calendarRow';

/**
 * Notes how reading a calendar went, if nobody else read it meanwhile.
 *
 * @param calendar - its `revision` is the one it was read at; 0 when it was never noted
 */
export async function saveCalendar(
  tx: Knex,
  calendar: StoredCalendar,
): Promise<boolean> {
  const { id, revision } = calendar;
  const row = toCalendarRow({ ...calendar, revision: revision + 1 });
  if (revision === 0) {
    const inserted = await tx('freeze_calendar')
      .insert(row)
      .onConflict('id')
      .ignore()
      .returning('id');
    return inserted.length === 1;
  }
  return (
    (await tx('freeze_calendar').where({ id, revision }).update(row)) === 1
  );
}

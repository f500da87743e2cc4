import { Knex } from 'knex';
import { FreezeRow, fromFreezeRow } from '../freezeRow';
import { StoredCalendar, StoredFreeze } from '../FreezeStore';
import { endFreeze } from './endFreeze';
import { insertFreeze } from './insertFreeze';
import { saveCalendar } from './saveCalendar';

/**
 * Makes the events of a calendar the freezes that come from it.
 *
 * A freeze that people ended stays ended as long as its event says the same. An event that says something else is
 * another freeze: what was agreed about the one before, exceptions too, does not hold for it.
 */
export async function takeOverCalendar(
  tx: Knex.Transaction,
  options: { calendar: StoredCalendar; freezes: StoredFreeze[]; now: Date },
): Promise<boolean> {
  const { calendar, freezes, now } = options;
  if (!(await saveCalendar(tx, calendar))) {
    return false;
  }
  const rows: FreezeRow[] = await tx('freeze')
    .where({ calendar_id: calendar.id })
    .where('to_at', '>', now.toISOString());
  const present = rows.map(fromFreezeRow);
  const kept = new Set(present.map(identityOf));
  const wanted = new Set(freezes.map(identityOf));

  for (const freeze of present) {
    if (freeze.endedAt === undefined && !wanted.has(identityOf(freeze))) {
      await endFreeze(tx, {
        id: freeze.id,
        revision: freeze.revision,
        endedBy: `calendar:${calendar.id}`,
        agreements: [],
        required: 0,
        now,
      });
    }
  }
  for (const freeze of freezes) {
    if (!kept.has(identityOf(freeze))) {
      await insertFreeze(tx, freeze);
    }
  }
  return true;
}

function identityOf({ origin, eventDigest }: StoredFreeze): string {
  return JSON.stringify([origin?.uid, origin?.recurrenceId, eventDigest]);
}

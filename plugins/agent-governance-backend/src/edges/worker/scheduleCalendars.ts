import { SchedulerService } from '@backstage/backend-plugin-api';
import { FreezeCalendarConfig } from '../../GovernanceConfig';
import { CalendarReader } from '../../service/freezes/CalendarReader';

/** One reading may take this long, the network included. */
const TIMEOUT_SECONDS = 60;

/** Has every configured calendar read as often as it says, by one process at a time. */
export async function scheduleCalendars(options: {
  scheduler: SchedulerService;
  calendars: FreezeCalendarConfig[];
  reader: CalendarReader;
}): Promise<void> {
  for (const calendar of options.calendars) {
    await options.scheduler.scheduleTask({
      id: `freeze-calendar-${calendar.id}`,
      frequency: { milliseconds: calendar.refreshMs },
      timeout: { seconds: TIMEOUT_SECONDS },
      scope: 'global',
      fn: signal =>
        options.reader.read(
          calendar,
          AbortSignal.any([
            signal,
            AbortSignal.timeout(TIMEOUT_SECONDS * 1_000),
          ]),
        ),
    });
  }
}

import { describeRecurrence } from './describeRecurrence';

it.each([
  [
    'FREQ=WEEKLY;BYDAY=FR',
    [],
    'every week on Friday at 4 PM for 2 days 14 hours, Europe/Berlin time, from 2026-11-20',
  ],
  [
    'FREQ=WEEKLY',
    [],
    'every week on Friday at 4 PM for 2 days 14 hours, Europe/Berlin time, from 2026-11-20',
  ],
  [
    'FREQ=MONTHLY',
    [],
    'every month on the 20th day of the month at 4 PM for 2 days 14 hours, Europe/Berlin time, from 2026-11-20',
  ],
  [
    'FREQ=YEARLY',
    [],
    'every year in November on the 20th day of the month at 4 PM for 2 days 14 hours, Europe/Berlin time, from 2026-11-20',
  ],
  [
    'FREQ=DAILY;INTERVAL=2;UNTIL=20261231',
    [],
    'every 2 days at 4 PM for 2 days 14 hours, Europe/Berlin time, from 2026-11-20, until 2026-12-31',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3',
    ['2026-12-25'],
    'every month on last Friday at 4 PM for 2 days 14 hours, Europe/Berlin time, from 2026-11-20, 3 times, one is left out',
  ],
])('says %s as people do', (rule, exdates, words) => {
  expect(
    describeRecurrence({
      rule,
      start: '2026-11-20T16:00:00',
      duration: 'P2DT14H',
      zone: 'Europe/Berlin',
      exdates,
    }),
  ).toBe(words);
});

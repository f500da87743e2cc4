import { CalendarDate, CalendarDateTime } from '@internationalized/date';
import { RecurrenceDraft, toRecurrence } from './toRecurrence';

const draft: RecurrenceDraft = {
  frequency: 'weekly',
  start: new CalendarDateTime(2026, 11, 20, 16, 30),
  hours: 62.5,
  zone: 'Europe/Berlin',
  weekdays: ['SA', 'FR'],
  rule: '',
  until: null,
};

describe('toRecurrence', () => {
  it.each<[string, Partial<RecurrenceDraft>, string, string]>([
    ['weekdays', {}, 'FREQ=WEEKLY;BYDAY=FR,SA', 'P2DT14H30M'],
    ['the day of the start', { weekdays: [] }, 'FREQ=WEEKLY', 'P2DT14H30M'],
    ['days', { frequency: 'daily', hours: 8 }, 'FREQ=DAILY', 'PT8H'],
    ['months', { frequency: 'monthly', hours: 24 }, 'FREQ=MONTHLY', 'P1D'],
    ['years', { frequency: 'yearly', hours: 0.5 }, 'FREQ=YEARLY', 'PT30M'],
    [
      'a rule',
      { frequency: 'rule', rule: ' FREQ=DAILY;COUNT=3 ', hours: 1 },
      'FREQ=DAILY;COUNT=3',
      'PT1H',
    ],
    [
      'an end',
      { frequency: 'daily', hours: 1, until: new CalendarDate(2027, 1, 2) },
      'FREQ=DAILY;UNTIL=20270102',
      'PT1H',
    ],
  ])('writes %s', (_, changes, rule, duration) => {
    expect(toRecurrence({ ...draft, ...changes })).toEqual({
      rule,
      start: '2026-11-20T16:30',
      duration,
      zone: 'Europe/Berlin',
    });
  });

  it.each<[string, Partial<RecurrenceDraft>]>([
    ['that happens once', { frequency: 'once' }],
    ['without a rule', { frequency: 'rule', rule: ' ' }],
    ['without a start', { start: null }],
    ['without a length', { hours: 0 }],
    ['of no number of hours', { hours: NaN }],
  ])('writes nothing for one %s', (_, changes) => {
    expect(toRecurrence({ ...draft, ...changes })).toBeUndefined();
  });
});

import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import { parseRecurrence } from './parseRecurrence';

const fridays: FreezeRecurrence = {
  rule: 'FREQ=WEEKLY;BYDAY=FR',
  start: '2026-11-20T16:00',
  duration: 'PT8H',
  zone: 'Europe/Berlin',
};
const rule = (text: string): Partial<FreezeRecurrence> => ({ rule: text });

describe('parseRecurrence', () => {
  it('keeps one spelling', () => {
    expect(
      parseRecurrence({
        rule: ' RRULE:freq=weekly;byday=fr,-1fr '.replace(',-1fr', ''),
        start: '2026-11-20T16:00',
        duration: 'PT8H',
        zone: 'europe/berlin',
        exdates: ['2026-12-25', '2026-11-27T16:00', '2026-12-25'],
      }),
    ).toEqual({
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      start: '2026-11-20T16:00:00',
      duration: 'PT8H',
      zone: 'Europe/Berlin',
      exdates: ['2026-11-27T16:00:00', '2026-12-25'],
    });
  });

  it.each<[string, Partial<FreezeRecurrence>, string]>([
    ['no rule', rule(''), 'rule: every part'],
    ['no text', { rule: 7 as never }, 'rule: must be a recurrence rule'],
    ['words', rule('every friday'), 'rule: every part'],
    ['no frequency', rule('BYDAY=FR'), 'rule: FREQ is missing'],
    [
      'two frequencies',
      rule('FREQ=DAILY;FREQ=WEEKLY'),
      'rule: FREQ is given twice',
    ],
    ['every second', rule('FREQ=SECONDLY'), 'rule: FREQ must be one of'],
    ['every minute', rule('FREQ=MINUTELY'), 'rule: FREQ must be one of'],
    ['every hour', rule('FREQ=HOURLY'), 'rule: FREQ must be one of'],
    [
      'seconds',
      rule('FREQ=DAILY;BYSECOND=1'),
      'rule: BYSECOND is not supported',
    ],
    [
      'another calendar',
      rule('FREQ=YEARLY;RSCALE=CHINESE'),
      'rule: RSCALE is not supported',
    ],
    [
      'a name of Object',
      rule('FREQ=DAILY;CONSTRUCTOR=1'),
      'rule: CONSTRUCTOR is not supported',
    ],
    [
      'an unknown part',
      rule('FREQ=DAILY;BYDAYS=FR'),
      'rule: BYDAYS is not supported',
    ],
    [
      'an unknown day',
      rule('FREQ=WEEKLY;BYDAY=XX'),
      'rule: BYDAY must be weekdays',
    ],
    ['a counted day of a week', rule('FREQ=WEEKLY;BYDAY=2FR'), 'rule: '],
    [
      'a 13th month',
      rule('FREQ=YEARLY;BYMONTH=13'),
      'rule: BYMONTH must be numbers from 1 to 12',
    ],
    ['a 32nd day', rule('FREQ=MONTHLY;BYMONTHDAY=32'), 'rule: BYMONTHDAY'],
    ['a zeroth day', rule('FREQ=MONTHLY;BYMONTHDAY=0'), 'rule: BYMONTHDAY'],
    ['a 24th hour', rule('FREQ=DAILY;BYHOUR=24'), 'rule: BYHOUR'],
    ['no interval', rule('FREQ=DAILY;INTERVAL=0'), 'rule: INTERVAL'],
    ['half an interval', rule('FREQ=DAILY;INTERVAL=1.5'), 'rule: INTERVAL'],
    ['401 years', rule('FREQ=YEARLY;INTERVAL=401'), 'rule: INTERVAL'],
    ['1001 times', rule('FREQ=DAILY;COUNT=1001'), 'rule: COUNT'],
    ['a million times', rule('FREQ=DAILY;COUNT=1000000'), 'rule: COUNT'],
    [
      'two ends',
      rule('FREQ=DAILY;COUNT=3;UNTIL=20270101'),
      'rule: COUNT and UNTIL',
    ],
    ['an end in words', rule('FREQ=DAILY;UNTIL=tomorrow'), 'rule: UNTIL'],
    ['an end on no day', rule('FREQ=DAILY;UNTIL=20270230'), 'rule: '],
    [
      'an end before the start',
      rule('FREQ=DAILY;UNTIL=20200101'),
      'rule: leaves no occurrence',
    ],
    [
      '25 starts a day',
      rule(`FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5`),
      'rule: BYHOUR and BYMINUTE make 25 starts a day',
    ],
    [
      'a day that never comes',
      rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'),
      'rule: does not come back within',
    ],
    [
      'a place that is never taken',
      rule('FREQ=WEEKLY;BYDAY=FR;BYSETPOS=2'),
      'rule: does not come back within',
    ],
    [
      'days apart that never meet',
      { ...rule('FREQ=DAILY;INTERVAL=7;BYDAY=WE') },
      'rule: never comes back',
    ],
    ['a start with an offset', { start: '2026-11-20T16:00Z' }, 'start: '],
    ['a start on no day', { start: '2026-02-30T16:00' }, 'start: '],
    ['a start long ago', { start: '1969-12-31T16:00' }, 'start: '],
    ['no duration', { duration: 'PT0S' }, 'duration: '],
    ['a duration backwards', { duration: '-PT8H' }, 'duration: '],
    [
      '93 days',
      { duration: 'P93D' },
      'duration: must be an ISO 8601 duration from a minute to 92 days',
    ],
    [
      'a week, eighteen times a day',
      {
        ...rule('FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8;BYMINUTE=0,30'),
        duration: 'P7D',
      },
      'duration: must be an ISO 8601 duration from a minute to 5 days',
    ],
    ['eight hours in words', { duration: '8 hours' }, 'duration: '],
    ['an unknown zone', { zone: 'Europe/Nowhere' }, 'zone: '],
    ['an offset for a zone', { zone: '+01:00' }, 'zone: '],
    ['no zone', { zone: '' }, 'zone: '],
    ['nothing left out', { exdates: ['Christmas'] }, 'exdates[0]: '],
    [
      'all left out',
      { ...rule('FREQ=DAILY;COUNT=1'), exdates: ['2026-11-20'] },
      'rule: leaves no occurrence',
    ],
  ])('refuses %s, naming the field', (_, changes, message) => {
    expect(() => parseRecurrence({ ...fridays, ...changes })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`recurrence.${message}`),
      }),
    );
  });

  it.each<[string, Partial<FreezeRecurrence>]>([
    ['92 days', { duration: 'P92D' }],
    ['a thousand times', rule('FREQ=DAILY;COUNT=1000')],
    ['every 400 years', rule('FREQ=YEARLY;INTERVAL=400')],
    ['on leap days only', { ...rule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29') }],
    [
      '24 times a day',
      rule('FREQ=DAILY;BYHOUR=0,6,12,18;BYMINUTE=0,10,20,30,40,50'),
    ],
    ['in a zone without a city', { zone: 'UTC' }],
  ])('takes %s', (_, changes) => {
    expect(() => parseRecurrence({ ...fridays, ...changes })).not.toThrow();
  });
});

import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import { Recurrence } from './Recurrence';

const recurrence = (
  changes: Partial<FreezeRecurrence> = {},
): FreezeRecurrence => ({
  rule: 'FREQ=WEEKLY;BYDAY=FR',
  start: '2026-01-02T16:00:00',
  duration: 'PT8H',
  zone: 'Europe/Berlin',
  ...changes,
});

type Row = [
  what: string,
  changes: Partial<FreezeRecurrence>,
  window: [from: string, to: string],
  occurrences: Array<[from: string, to: string]>,
];

const nightly = {
  rule: 'FREQ=DAILY',
  start: '2026-03-01T02:30',
  duration: 'PT1H',
};

const rows: Row[] = [
  [
    'every Friday, winter and summer at the same hour on the wall',
    {},
    ['2026-03-26T00:00Z', '2026-04-04T00:00Z'],
    [
      ['2026-03-27T15:00', '2026-03-27T23:00'],
      ['2026-04-03T14:00', '2026-04-03T22:00'],
    ],
  ],
  [
    'a night in which the clocks skip the start: it begins as late as they were put on',
    nightly,
    ['2026-03-28T00:00Z', '2026-03-31T00:00Z'],
    [
      ['2026-03-28T01:30', '2026-03-28T02:30'],
      ['2026-03-29T01:30', '2026-03-29T02:30'],
      ['2026-03-30T00:30', '2026-03-30T01:30'],
    ],
  ],
  [
    'a night in which the clocks show the start twice: from the first, until the end has been shown twice',
    nightly,
    ['2026-10-24T00:00Z', '2026-10-27T00:00Z'],
    [
      ['2026-10-24T00:30', '2026-10-24T01:30'],
      ['2026-10-25T00:30', '2026-10-25T02:30'],
      ['2026-10-26T01:30', '2026-10-26T02:30'],
    ],
  ],
  [
    'over a skipped hour: until eight hours have passed',
    { start: '2026-03-28T22:00', rule: 'FREQ=DAILY' },
    ['2026-03-28T12:00Z', '2026-03-29T12:00Z'],
    [['2026-03-28T21:00', '2026-03-29T05:00']],
  ],
  [
    'over a repeated hour: until the clocks show the end',
    { start: '2026-10-24T22:00', rule: 'FREQ=DAILY' },
    ['2026-10-24T12:00Z', '2026-10-25T12:00Z'],
    [['2026-10-24T20:00', '2026-10-25T05:00']],
  ],
  [
    'whole days are as long as the day is',
    { start: '2026-03-29T00:00', rule: 'FREQ=YEARLY', duration: 'P1D' },
    ['2026-03-29T00:00Z', '2026-03-29T10:00Z'],
    [['2026-03-28T23:00', '2026-03-29T22:00']],
  ],
  [
    'leap days come every four years',
    {
      rule: 'FREQ=YEARLY',
      start: '2024-02-29T00:00',
      duration: 'P1D',
      zone: 'UTC',
    },
    ['2025-01-01T00:00Z', '2033-01-01T00:00Z'],
    [
      ['2028-02-29T00:00', '2028-03-01T00:00'],
      ['2032-02-29T00:00', '2032-03-01T00:00'],
    ],
  ],
  [
    'not in 2100, which is no leap year',
    {
      rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      start: '2096-02-29T00:00',
      duration: 'P1D',
      zone: 'UTC',
    },
    ['2096-03-02T00:00Z', '2105-01-01T00:00Z'],
    [['2104-02-29T00:00', '2104-03-01T00:00']],
  ],
  [
    'the last day of February, leap year or not',
    {
      rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
      start: '2027-02-28T00:00',
      duration: 'P1D',
      zone: 'UTC',
    },
    ['2027-01-01T00:00Z', '2029-01-01T00:00Z'],
    [
      ['2027-02-28T00:00', '2027-03-01T00:00'],
      ['2028-02-29T00:00', '2028-03-01T00:00'],
    ],
  ],
  [
    'the 31st only where there is one',
    {
      rule: 'FREQ=MONTHLY',
      start: '2026-01-31T12:00',
      zone: 'UTC',
      duration: 'PT1H',
    },
    ['2026-02-01T00:00Z', '2026-06-01T00:00Z'],
    [
      ['2026-03-31T12:00', '2026-03-31T13:00'],
      ['2026-05-31T12:00', '2026-05-31T13:00'],
    ],
  ],
  [
    'a zone that gave up summer time',
    {
      start: '2018-10-20T12:00',
      rule: 'FREQ=YEARLY',
      zone: 'America/Sao_Paulo',
    },
    ['2018-10-01T00:00Z', '2020-01-01T00:00Z'],
    [
      ['2018-10-20T15:00', '2018-10-20T23:00'],
      ['2019-10-20T15:00', '2019-10-20T23:00'],
    ],
  ],
  [
    'a zone whose day begins at one in the morning once a year',
    {
      start: '2018-11-03T00:00',
      rule: 'FREQ=DAILY',
      zone: 'America/Sao_Paulo',
      duration: 'P1D',
    },
    ['2018-11-04T00:00Z', '2018-11-05T03:00Z'],
    [
      ['2018-11-03T03:00', '2018-11-04T03:00'],
      ['2018-11-04T03:00', '2018-11-05T03:00'],
      ['2018-11-05T02:00', '2018-11-06T02:00'],
    ],
  ],
  [
    'a zone that left out a whole day',
    {
      start: '2011-12-28T09:00',
      rule: 'FREQ=DAILY',
      zone: 'Pacific/Apia',
      duration: 'PT1H',
    },
    ['2011-12-29T00:00Z', '2012-01-01T00:00Z'],
    [
      ['2011-12-29T19:00', '2011-12-29T20:00'],
      ['2011-12-30T19:00', '2011-12-30T20:00'],
      ['2011-12-30T19:00', '2011-12-30T20:00'],
      ['2011-12-31T19:00', '2011-12-31T20:00'],
    ],
  ],
  [
    'a quarter of an hour off the hour',
    { zone: 'Asia/Kathmandu', start: '2026-11-20T00:00', duration: 'PT1H' },
    ['2026-11-19T00:00Z', '2026-11-21T00:00Z'],
    [['2026-11-19T18:15', '2026-11-19T19:15']],
  ],
  [
    'what is left out, by the minute and by the day',
    {
      rule: 'FREQ=DAILY;BYHOUR=9,17',
      start: '2026-11-20T09:00',
      zone: 'UTC',
      duration: 'PT1H',
      exdates: ['2026-11-20T17:00', '2026-11-21'],
    },
    ['2026-11-20T00:00Z', '2026-11-23T00:00Z'],
    [
      ['2026-11-20T09:00', '2026-11-20T10:00'],
      ['2026-11-22T09:00', '2026-11-22T10:00'],
      ['2026-11-22T17:00', '2026-11-22T18:00'],
    ],
  ],
  [
    'the first start counts although the rule does not name its day',
    { start: '2026-11-18T16:00', zone: 'UTC' },
    ['2026-11-01T00:00Z', '2026-11-24T00:00Z'],
    [
      ['2026-11-18T16:00', '2026-11-19T00:00'],
      ['2026-11-20T16:00', '2026-11-21T00:00'],
    ],
  ],
  [
    'the last working day of the month',
    {
      rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      start: '2026-01-30T12:00',
      zone: 'UTC',
      duration: 'PT1H',
    },
    ['2026-02-01T00:00Z', '2026-04-01T00:00Z'],
    [
      ['2026-02-27T12:00', '2026-02-27T13:00'],
      ['2026-03-31T12:00', '2026-03-31T13:00'],
    ],
  ],
  [
    'every second week counted from Monday, or from Sunday',
    {
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU',
      start: '2026-11-03T12:00',
      zone: 'UTC',
      duration: 'PT1H',
    },
    ['2026-11-03T00:00Z', '2026-11-24T00:00Z'],
    [
      ['2026-11-03T12:00', '2026-11-03T13:00'],
      ['2026-11-15T12:00', '2026-11-15T13:00'],
      ['2026-11-17T12:00', '2026-11-17T13:00'],
    ],
  ],
];

const utc = (text: string) => `${text}:00.000Z`;

describe('Recurrence', () => {
  it.each(rows)('%s', (_, changes, [from, to], occurrences) => {
    const compiled = Recurrence.create(recurrence(changes));
    expect(
      compiled.between({ from: new Date(from), to: new Date(to) }, 100),
    ).toEqual(
      occurrences.map(([begin, end]) => ({ from: utc(begin), to: utc(end) })),
    );
  });

  it.each<[string, string, string | undefined]>([
    [
      'until its date, to the end of the day',
      'UNTIL=20260116',
      '2026-01-16T15:00',
    ],
    ['until the moment itself', 'UNTIL=20260116T150000Z', '2026-01-16T15:00'],
    ['not a second longer', 'UNTIL=20260116T145959Z', '2026-01-09T15:00'],
    ['until a moment on the wall', 'UNTIL=20260116T160000', '2026-01-16T15:00'],
    ['as often as it says', 'COUNT=3', '2026-01-16T15:00'],
    ['without end', 'INTERVAL=1', undefined],
  ])('comes %s', (_, part, lastFrom) => {
    const compiled = Recurrence.create(
      recurrence({ rule: `FREQ=WEEKLY;BYDAY=FR;${part}` }),
    );
    expect(compiled.last()?.from).toBe(lastFrom && utc(lastFrom));
    const later = compiled.next(new Date('2026-01-16T15:00:00Z'), 2);
    expect(later).toHaveLength(lastFrom ? 0 : 2);
  });

  it('is in force a last time, and not once more', () => {
    const compiled = Recurrence.create(
      recurrence({ rule: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3' }),
    );
    const at = (text: string) => compiled.at(new Date(text));
    expect(at('2026-01-16T15:00:00Z')).toBeDefined();
    expect(at('2026-01-23T15:00:00Z')).toBeUndefined();
  });

  it('is in force from its first millisecond until before its end', () => {
    const compiled = Recurrence.create(recurrence());
    const at = (text: string) => compiled.at(new Date(text));
    expect(at('2026-01-02T14:59:59.999Z')).toBeUndefined();
    expect(at('2026-01-02T15:00:00.000Z')).toEqual({
      from: '2026-01-02T15:00:00.000Z',
      to: '2026-01-02T23:00:00.000Z',
    });
    expect(at('2026-01-02T22:59:59.999Z')).toBeDefined();
    expect(at('2026-01-02T23:00:00.000Z')).toBeUndefined();
    // backwards too: what was made ready for later is no answer for earlier
    expect(at('2026-01-02T15:00:00.000Z')).toBeDefined();
  });

  it('of occurrences that overlap says the one that ends last', () => {
    const compiled = Recurrence.create(
      recurrence({ rule: 'FREQ=DAILY', duration: 'P3D', zone: 'UTC' }),
    );
    expect(compiled.at(new Date('2026-01-10T17:00:00Z'))).toEqual({
      from: '2026-01-10T16:00:00.000Z',
      to: '2026-01-13T16:00:00.000Z',
    });
  });

  it('answers about today without counting from the beginning', () => {
    const compiled = Recurrence.create(
      recurrence({
        start: '1970-01-02T16:00',
        rule: 'FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23',
        duration: 'P4D',
      }),
    );
    expect(compiled.at(new Date('2170-06-01T12:30:00Z'))).toEqual({
      from: '2170-06-01T12:00:00.000Z',
      to: '2170-06-05T12:00:00.000Z',
    });
    const within = compiled.between(
      {
        from: new Date('2170-06-01T00:00:00Z'),
        to: new Date('2170-06-02T00:00:00Z'),
      },
      10_000,
    );
    expect(within).toHaveLength(5 * 24 - 1);
    expect(compiled.next(new Date('2170-06-01T00:00:00Z'), 2)).toHaveLength(2);
  });
});

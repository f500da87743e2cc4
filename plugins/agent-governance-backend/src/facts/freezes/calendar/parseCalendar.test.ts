import { parseCalendar } from './parseCalendar';

const NOW = new Date('2026-11-20T12:00:00.000Z');

/** A file of these events, each a list of lines; UID and end are added where they are missing. */
function ics(...events: string[][]): string {
  return file(
    ...events.map((lines, index) =>
      [
        'BEGIN:VEVENT',
        ...(lines.some(line => line.startsWith('UID'))
          ? []
          : [`UID:u${index + 1}`]),
        ...lines,
        'END:VEVENT',
      ].join('\r\n'),
    ),
  );
}

function file(...blocks: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...blocks, 'END:VCALENDAR'].join(
    '\r\n',
  );
}

const parse = (text: string, zone = 'Europe/Berlin') =>
  parseCalendar(text, { zone, now: NOW });

/** What becomes of one event. */
const one = (...lines: string[]) => parse(ics(lines))[0];

const timed = ['DTSTART:20261201T080000Z', 'DTEND:20261201T100000Z'];

describe('parseCalendar', () => {
  it.each<[string, string[], [from: string, to: string]]>([
    ['in UTC', timed, ['2026-12-01T08:00', '2026-12-01T10:00']],
    [
      'in a zone by its IANA name',
      [
        'DTSTART;TZID=America/New_York:20261201T080000',
        'DTEND;TZID=America/New_York:20261201T100000',
      ],
      ['2026-12-01T13:00', '2026-12-01T15:00'],
    ],
    [
      'in a zone with the prefix of whoever named it',
      [
        'DTSTART;TZID=/freeassociation.sourceforge.net/America/New_York:20261201T080000',
        'DURATION:PT2H',
      ],
      ['2026-12-01T13:00', '2026-12-01T15:00'],
    ],
    [
      'in a zone as Windows calls it',
      [
        'DTSTART;TZID="W. Europe Standard Time":20261201T080000',
        'DURATION:PT2H',
      ],
      ['2026-12-01T07:00', '2026-12-01T09:00'],
    ],
    [
      'in no zone: that of the calendar',
      ['DTSTART:20260701T080000', 'DTEND:20261201T080000'],
      ['2026-07-01T06:00', '2026-12-01T07:00'],
    ],
    [
      'from one zone to another',
      [
        'DTSTART;TZID=Europe/Berlin:20261201T080000',
        'DTEND;TZID=America/New_York:20261201T080000',
      ],
      ['2026-12-01T07:00', '2026-12-01T13:00'],
    ],
    [
      'a whole day, in the zone of the calendar',
      ['DTSTART;VALUE=DATE:20261201'],
      ['2026-11-30T23:00', '2026-12-01T23:00'],
    ],
    [
      'whole days, the last not counted, over a change of clocks',
      ['DTSTART;VALUE=DATE:20270327', 'DTEND;VALUE=DATE:20270330'],
      ['2027-03-26T23:00', '2027-03-29T22:00'],
    ],
    [
      'for a duration of weeks and hours',
      ['DTSTART:20261201T080000Z', 'DURATION:P1W'],
      ['2026-12-01T08:00', '2026-12-08T08:00'],
    ],
  ])('reads an event %s', (_, lines, [from, to]) => {
    expect(one(...lines)).toMatchObject({
      outcome: 'new',
      from: `${from}:00.000Z`,
      to: `${to}:00.000Z`,
    });
  });

  it('reads a zone that says where it is, and nothing else a zone says', () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Our office',
      'X-LIC-LOCATION:Asia/Kathmandu',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'RRULE:FREQ=SECONDLY',
      'TZOFFSETFROM:+0000',
      'TZOFFSETTO:+1400',
      'END:STANDARD',
      'END:VTIMEZONE',
    ].join('\r\n');
    const event = [
      'BEGIN:VEVENT',
      'UID:u',
      'DTSTART;TZID=Our office:20261201T080000',
      'DURATION:PT1H',
      'END:VEVENT',
    ].join('\r\n');
    expect(parse(file(zone, event))[0]).toMatchObject({
      outcome: 'new',
      from: '2026-12-01T02:15:00.000Z',
    });
  });

  it('reads a recurrence in the zone of its start', () => {
    expect(
      one(
        'SUMMARY:No deploys\\, please',
        'DTSTART;TZID=Europe/Berlin:20260102T160000',
        'DTEND;TZID=Europe/Berlin:20260105T060000',
        'RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231T225959Z',
        'EXDATE;TZID=Europe/Berlin:20261225T160000,20270101T160000',
        'EXDATE:20270326T150000Z',
      ),
    ).toMatchObject({
      outcome: 'new',
      title: 'No deploys, please',
      words: expect.stringContaining(
        'every week on Friday at 4 PM for 2 days 14 hours, Europe/Berlin time',
      ),
      period: {
        from: '2026-01-02T15:00:00.000Z',
        recurrence: {
          rule: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231T225959Z',
          start: '2026-01-02T16:00:00',
          duration: 'PT62H',
          zone: 'Europe/Berlin',
          exdates: [
            '2026-12-25T16:00:00',
            '2027-01-01T16:00:00',
            '2027-03-26T16:00:00',
          ],
        },
      },
    });
  });

  it('reads whole days that come back as days, however long they are', () => {
    expect(
      one(
        'DTSTART;VALUE=DATE:20261224',
        'DTEND;VALUE=DATE:20261227',
        'RRULE:FREQ=YEARLY',
        'EXDATE;VALUE=DATE:20271224',
      ).period,
    ).toMatchObject({
      recurrence: {
        start: '2026-12-24T00:00:00',
        duration: 'P3D',
        exdates: ['2027-12-24T00:00:00'],
      },
    });
  });

  it('moves, and takes out, what other events say of one occurrence', () => {
    const [series, moved, called] = parse(
      ics(
        [
          'UID:s',
          'DTSTART;TZID=Europe/Berlin:20261120T160000',
          'DURATION:PT1H',
          'RRULE:FREQ=WEEKLY',
        ],
        [
          'UID:s',
          'RECURRENCE-ID:20261127T150000Z',
          'DTSTART;TZID=Europe/Berlin:20261128T160000',
          'DURATION:PT1H',
        ],
        [
          'UID:s',
          'RECURRENCE-ID;TZID=Europe/Berlin:20261204T160000',
          'STATUS:CANCELLED',
          'DTSTART;TZID=Europe/Berlin:20261204T160000',
          'DURATION:PT1H',
        ],
      ),
    );
    expect(series.period?.recurrence?.exdates).toEqual([
      '2026-11-27T16:00:00',
      '2026-12-04T16:00:00',
    ]);
    expect(moved).toMatchObject({
      outcome: 'new',
      recurrenceId: '2026-11-27T15:00:00[UTC]',
      from: '2026-11-28T15:00:00.000Z',
    });
    expect(called).toMatchObject({ outcome: 'cancelled' });
    expect(called.period).toBeUndefined();
  });

  it.each<[string, string[], string]>([
    ['cancelled', ['STATUS:CANCELLED', ...timed], 'cancelled'],
    ['over', ['DTSTART:20261120T080000Z', 'DTEND:20261120T120000Z'], 'over'],
    [
      'not over for a second',
      ['DTSTART:20261120T080000Z', 'DTEND:20261120T120001Z'],
      'new',
    ],
    [
      'over for good',
      ['DTSTART:20200103T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=3'],
      'over',
    ],
  ])('knows an event that is %s', (_, lines, outcome) => {
    expect(one(...lines)).toMatchObject({ outcome });
  });

  it.each<[string, string[], string]>([
    ['no start', ['DTEND:20261201T100000Z'], 'DTSTART is missing'],
    [
      'two starts',
      [...timed, 'DTSTART:20261202T080000Z'],
      'DTSTART must be given once',
    ],
    ['no end', ['DTSTART:20261201T080000Z'], 'DTEND is missing'],
    [
      'an end before the start',
      ['DTSTART:20261201T080000Z', 'DTEND:20261201T080000Z'],
      'DTEND must be after DTSTART',
    ],
    [
      'an end and a duration',
      [...timed, 'DURATION:PT1H'],
      'must not both be given',
    ],
    [
      'an end of another kind',
      ['DTSTART:20261201T080000Z', 'DTEND;VALUE=DATE:20261202'],
      'both be dates',
    ],
    [
      'a day that is none',
      ['DTSTART;VALUE=DATE:20260230'],
      'no moment that exists',
    ],
    ['a start in words', ['DTSTART:tomorrow', 'DURATION:PT1H'], ''],
    [
      'more than a year',
      ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20271203'],
      'longer than 366 days',
    ],
    [
      'an unknown zone',
      ['DTSTART;TZID=Our office:20261201T080000', 'DURATION:PT1H'],
      'the zone Our office is not known',
    ],
    [
      'a rule that is none',
      [...timed, 'RRULE:every friday'],
      'recurrence.rule',
    ],
    [
      'every second for ever',
      [...timed, 'RRULE:FREQ=SECONDLY'],
      'FREQ must be one of',
    ],
    [
      'a million instances',
      [...timed, 'RRULE:FREQ=DAILY;COUNT=1000000'],
      'COUNT must be',
    ],
    [
      'a rule that never comes back',
      [...timed, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
      'does not come back',
    ],
    [
      'an unknown part of a rule',
      [...timed, 'RRULE:FREQ=DAILY;X=1'],
      'X is not supported',
    ],
    [
      'two rules',
      [...timed, 'RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'],
      'at most one RRULE',
    ],
    [
      'dates beside the rule',
      [...timed, 'RDATE:20261205T080000Z'],
      'RDATE is not supported',
    ],
    [
      'a rule of what is left out',
      [...timed, 'EXRULE:FREQ=DAILY'],
      'EXRULE is not supported',
    ],
    [
      'this and all that follow',
      [...timed, 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T080000Z'],
      'RANGE is not supported',
    ],
    ['half a line', [...timed, 'DESCRIPTION'], 'cannot be read'],
    ['no UID', ['UID:', ...timed], 'UID is missing'],
    ['an endless UID', [`UID:${'x'.repeat(256)}`, ...timed], 'UID is missing'],
  ])('refuses %s, and says so of the event', (_, lines, problem) => {
    const [refused, fine] = parse(ics(lines, [...timed]));
    expect(refused).toMatchObject({
      position: 1,
      outcome: 'refused',
      problem: expect.stringContaining(problem),
    });
    expect(refused.period).toBeUndefined();
    expect(fine).toMatchObject({ position: 2, outcome: 'new' });
  });

  it('refuses the second of two with one UID and RECURRENCE-ID', () => {
    const same = ['UID:same', ...timed];
    const [first, second] = parse(ics(same, same));
    expect(first.outcome).toBe('new');
    expect(second).toMatchObject({
      outcome: 'refused',
      problem: 'event 1 has the same UID and RECURRENCE-ID',
    });
  });

  it('shows no text that would rewrite the page around it', () => {
    expect(one('SUMMARY:a\u202eb\u0000c', ...timed).title).toBe('a b c');
    expect(one(`SUMMARY:${'x'.repeat(900)}`, ...timed).title).toHaveLength(500);
    expect(one('SUMMARY:', ...timed).title).toBe('Without a title');
  });

  it('takes what is folded, nested and written with other line ends', () => {
    const text = ics([
      'SUMMARY:Release',
      '  week',
      ...timed,
      'BEGIN:VALARM',
      'DTSTART:19990101T000000Z',
      'SUMMARY:Alarm',
      'END:VALARM',
    ]).replaceAll('\r\n', '\n');
    expect(parse(`\uFEFF${text}\n\n`)[0]).toMatchObject({
      outcome: 'new',
      title: 'Release week',
    });
  });

  it.each([
    ['a page', '<!doctype html><title>Sign in</title>', 'begins otherwise'],
    ['nothing', '', 'begins otherwise'],
    ['half a file', ics(timed).replace('END:VCALENDAR', ''), 'never ends'],
    ['crossed blocks', file('BEGIN:VEVENT', 'END:VALARM'), 'ends nothing'],
    [
      'too many events',
      file(...Array.from({ length: 1001 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT')),
      'at most 1000',
    ],
  ])('refuses %s as a whole', (_, text, message) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('finds no freeze in an empty calendar', () => {
    expect(parse(file())).toEqual([]);
  });
});

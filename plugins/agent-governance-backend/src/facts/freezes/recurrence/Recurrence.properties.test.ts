import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { Recurrence } from './Recurrence';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];
const DAYS = 800;

/** A rule, and whether a day so many days after the start is one of its days, said without any library. */
interface Told {
  rule: string;
  isOn(day: Temporal.PlainDate, first: Temporal.PlainDate): boolean;
}

const daily: fc.Arbitrary<Told> = fc.integer({ min: 1, max: 9 }).map(n => ({
  rule: `FREQ=DAILY;INTERVAL=${n}`,
  isOn: (day, first) => first.until(day).days % n === 0,
}));
const weekly: fc.Arbitrary<Told> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  )
  .map(([n, days]) => ({
    rule: `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days
      .map(day => WEEKDAYS[day - 1])
      .join(',')}`,
    isOn: (day, first) => {
      const monday = (date: Temporal.PlainDate) =>
        date.subtract({ days: date.dayOfWeek - 1 });
      const weeks = monday(first).until(monday(day)).days / 7;
      return weeks % n === 0 && days.includes(day.dayOfWeek);
    },
  }));
const monthly: fc.Arbitrary<Told> = fc
  .integer({ min: -31, max: 31 })
  .filter(day => day !== 0)
  .map(n => ({
    rule: `FREQ=MONTHLY;BYMONTHDAY=${n}`,
    isOn: day => day.day === (n > 0 ? n : day.daysInMonth + n + 1),
  }));
const yearly: fc.Arbitrary<Told> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, n]) => ({
    rule: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${n}`,
    isOn: day => day.month === month && day.day === n,
  }));

const scenario = fc.record({
  told: fc.oneof(daily, weekly, monthly, yearly),
  // around changes of clocks and a leap day, at any minute
  start: fc
    .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }))
    .map(([days, minutes]) =>
      Temporal.PlainDateTime.from('2023-10-20T00:00').add({ days, minutes }),
    ),
  minutes: fc.integer({ min: 1, max: 3 * 1440 }),
  zone: fc.constantFrom(...ZONES),
  left: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }),
  moments: fc.array(fc.integer({ min: 0, max: (DAYS - 60) * 1440 }), {
    minLength: 20,
    maxLength: 20,
  }),
});

it('an occurrence is in force at a moment exactly when counting all of them out says so', () => {
  fc.assert(
    fc.property(scenario, ({ told, start, minutes, zone, left, moments }) => {
      const first = start.toPlainDate();
      const starts = Array.from({ length: DAYS }, (_, days) => days)
        .filter(days => days === 0 || told.isOn(first.add({ days }), first))
        .map(days => start.add({ days }));
      const exdates = left.flatMap(index => starts[index]?.toString() ?? []);
      const all = starts
        .filter(wall => !exdates.includes(wall.toString()))
        .map(wall => ({
          from: wall.toZonedDateTime(zone).epochMilliseconds,
          to: Math.max(
            wall.toZonedDateTime(zone).add({ minutes }).epochMilliseconds,
            wall
              .add({ minutes })
              .toZonedDateTime(zone, { disambiguation: 'later' })
              .epochMilliseconds,
          ),
        }));
      const compiled = Recurrence.create({
        rule: told.rule,
        start: start.toString(),
        duration: `PT${minutes}M`,
        zone,
        exdates,
      });
      const began = start.toZonedDateTime(zone).epochMilliseconds;
      // some anywhere, and the edges of every tenth occurrence
      const asked = [
        ...moments.map(minute => began + minute * 60_000),
        ...all
          .filter((_, index) => index % 10 === 0)
          .flatMap(({ from, to }) => [from - 1, from, to - 1, to]),
      ].filter(moment => moment < began + (DAYS - 60) * 86_400_000);
      for (const moment of asked) {
        const expected = all
          .filter(({ from, to }) => from <= moment && moment < to)
          .reduce<number | undefined>(
            (latest, { to }) => Math.max(latest ?? 0, to),
            undefined,
          );
        const found = compiled.at(new Date(moment))?.to;
        expect(found && Date.parse(found)).toBe(expected);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

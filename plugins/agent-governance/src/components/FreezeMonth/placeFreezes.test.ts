import { aFreeze } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { parseDate } from '@internationalized/date';
import { placeFreezes } from './placeFreezes';

const agenda = (...occurrences: Array<[string, string, string]>) => ({
  from: '',
  to: '',
  freezes: [aFreeze({ id: 'a' }), aFreeze({ id: 'b' })],
  occurrences: occurrences.map(([freezeId, from, to]) => ({
    freezeId,
    from: `${from}:00.000Z`,
    to: `${to}:00.000Z`,
  })),
  truncated: false,
});
const on = (
  day: string,
  occurrences: Array<[string, string, string]>,
  zone = 'UTC',
) =>
  placeFreezes(agenda(...occurrences), parseDate(day), { zone, now: 0 }).map(
    ({ freeze, beginsHere, endsHere }) => [freeze.id, beginsHere, endsHere],
  );

describe('placeFreezes', () => {
  it('knows on which days a freeze begins, goes on and ends', () => {
    const days: Array<[string, string, string]> = [
      ['a', '2026-11-20T16:00', '2026-11-22T00:00'],
    ];
    expect(on('2026-11-19', days)).toEqual([]);
    expect(on('2026-11-20', days)).toEqual([['a', true, false]]);
    expect(on('2026-11-21', days)).toEqual([['a', false, true]]);
    // it is over at midnight, and so not on that day
    expect(on('2026-11-22', days)).toEqual([]);
  });

  it('counts days as the zone does', () => {
    const evening: Array<[string, string, string]> = [
      ['a', '2026-11-20T23:30', '2026-11-20T23:45'],
    ];
    expect(on('2026-11-20', evening)).toHaveLength(1);
    expect(on('2026-11-20', evening, 'Europe/Berlin')).toEqual([]);
    expect(on('2026-11-21', evening, 'Europe/Berlin')).toHaveLength(1);
  });

  it('shows a freeze once a day, however often it comes', () => {
    expect(
      on('2026-11-20', [
        ['a', '2026-11-19T22:00', '2026-11-20T02:00'],
        ['b', '2026-11-20T09:00', '2026-11-20T10:00'],
        ['a', '2026-11-20T22:00', '2026-11-21T02:00'],
      ]),
    ).toEqual([
      ['a', false, false],
      ['b', true, true],
    ]);
  });

  it.each([
    ['2026-11-20T08:59', 'planned'],
    ['2026-11-20T09:00', 'in-force'],
    ['2026-11-20T09:59', 'in-force'],
    ['2026-11-20T10:00', 'over'],
  ])('says at %s that an occurrence is %s', (now, state) => {
    const [placed] = placeFreezes(
      agenda(['a', '2026-11-20T09:00', '2026-11-20T10:00']),
      parseDate('2026-11-20'),
      { zone: 'UTC', now: Date.parse(`${now}:00Z`) },
    );
    expect(placed.state).toBe(state);
  });
});

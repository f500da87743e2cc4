import { aRequest } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { groupByDay } from './groupByDay';

const at = (id: string, createdAt: string) => aRequest({ id, createdAt });

describe('groupByDay', () => {
  it('splits where the day changes, in UTC, and keeps the order', () => {
    const days = groupByDay([
      at('c', '2026-11-21T00:00:00.000Z'),
      at('b', '2026-11-20T23:59:59.999Z'),
      at('a', '2026-11-20T00:00:00.000Z'),
    ]);
    expect(
      days.map(({ day, requests }) => [day, requests.map(r => r.id)]),
    ).toEqual([
      ['2026-11-21', ['c']],
      ['2026-11-20', ['b', 'a']],
    ]);
  });

  it('makes no day of nothing', () => {
    expect(groupByDay([])).toEqual([]);
  });
});

import { Road, roads } from '../roads';
import { createReport } from './createReport';
import { renderReport } from './renderReport';

const roadOf = (id: string): Road => roads.find(road => road.id === id)!;

const series = (id: string, p50s: number[]) => ({
  road: roadOf(id),
  concurrency: 8,
  rounds: p50s.map(p50 => ({
    figures: {
      p50,
      p99: 2 * p50,
      perSecond: 1_000 / p50,
      samples: 10,
      errors: 0,
    },
    cost: { cpuMs: p50 / 2, statements: 0, hops: 1 },
  })),
});

const listed = (p50: number) => ({
  p50,
  p99: 3 * p50,
  perSecond: 1_000 / p50,
  samples: 30,
  errors: 0,
});

describe('the report about the gateway', () => {
  const report = createReport({
    machine: {
      processors: 2,
      memoryGiB: 8,
      platform: 'linux-x64',
      node: 'v24.0.0',
      loadBefore: 0.5,
      sync: { p50: 0.13, p99: 0.24 },
    },
    at: new Date('2026-11-23T10:00:00Z'),
    database: 'SQLite',
    rounds: 3,
    sliceMs: 10,
    pairsInTurn: 240,
    series: [
      series('direct', [1, 2, 10]),
      series('gateway-tool', [4, 6, 12]),
      series('stock-action', [5, 10, 20]),
      series('gateway-action', [6, 9, 24]),
    ],
    listing: { tools: 1_002, warm: listed(20), cold: listed(60) },
    holds: { count: 200, grown: { heap: 4_000_000, resident: 61_000_000 } },
    recorded: { calls: 60, entries: 200, findings: 0 },
  });
  const text = renderReport(report);

  it('says what the gateway adds to a call of the same round, beside what it replaces', () => {
    expect(report.pairs).toHaveLength(2);
    const [tool, action] = report.pairs;
    expect(tool).toMatchObject({ beside: 'direct', added: { p50: 3, p99: 6 } });
    expect(action.beside).toBe('stock-action');
    expect(action.ratio.p50).toBeCloseTo(1.2);
    expect(text).toContain(
      '| beside: Tool of an upstream server, straight to it | 8 | +3.00 | +6.00 | 3.00 × | 0.33 × |',
    );
  });

  it('holds each aim against what was measured', () => {
    expect(report.aims.map(({ measured, isMet }) => [measured, isMet])).toEqual(
      [
        ['1.20 × its p50', false],
        ['p50 20 ms', true],
        ['61.0 MB', false],
      ],
    );
    expect(text).toContain(
      '| 1002 tools listed in under 50 ms, warm | p50 20 ms | met |',
    );
  });

  it('says nothing about what was not measured', () => {
    const { at, ...rest } = report;
    const less = createReport({
      ...rest,
      at: new Date(at),
      listing: undefined,
      holds: undefined,
      series: [series('direct', [1])],
    });
    expect(less.pairs).toEqual([]);
    expect(less.aims).toEqual([]);
    expect(renderReport(less)).not.toContain('held calls that wait:');
  });
});

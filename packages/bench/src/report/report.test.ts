import { comparisons } from '../comparisons';
import { measures } from '../measures';
import { createReport } from './createReport';
import { renderReport } from './renderReport';

const series = (id: string, p50: number, perSecond: number) => ({
  measure: measures.find(measure => measure.id === id)!,
  concurrency: 8,
  rounds: [
    {
      figures: { p50, p99: 2 * p50, perSecond, samples: 5, errors: 0 },
      cost: { cpuMs: 1, statements: 3, hops: id === 'cold' ? 6 : 0.06 },
    },
  ],
});

const measured = (p50: number) => ({
  figures: { p50, p99: p50, perSecond: 1_000 / p50, samples: 1, errors: 0 },
  cost: { cpuMs: p50 / 10, statements: 0, hops: 0 },
});

const pairs = (without: number[], given: number[]) => ({
  comparison: comparisons.find(({ id }) => id === 'policies')!,
  concurrency: 8,
  pairs: without.map((p50, index) => ({
    without: measured(p50),
    with: measured(given[index]),
  })),
});

describe('the report', () => {
  const report = createReport({
    runs: [
      {
        name: 'sqlite',
        title: 'SQLite',
        series: [
          series('peer', 10, 100),
          series('cold', 30, 20),
          series('warm', 2.5, 450),
        ],
        pairs: [pairs([10, 20, 30], [11, 18, 39])],
      },
    ],
    options: { rounds: 1, sliceMs: 10 },
    machine: {
      processors: 2,
      memoryGiB: 8,
      platform: 'linux-x64',
      node: 'v24.0.0',
      loadBefore: 0.5,
      sync: { p50: 0.13, p99: 0.24 },
    },
    at: new Date('2026-11-22T10:00:00Z'),
  });
  const text = renderReport(report);

  it('compares with the peer of the same run', () => {
    const warm = report.databases[0].rows.find(row => row.measure === 'warm');
    expect(warm?.toPeer).toEqual({ p50: 0.25, throughput: 4.5 });
    expect(warm?.toPeerHttp).toBeUndefined();
  });

  it('compares two portals pair by pair, and says whether the aim is met', () => {
    const [row] = report.databases[0].comparisons;
    expect(row.ratio.p50).toBeCloseTo(1.1);
    expect(row.difference.p50).toBeCloseTo(1);
    expect(row.aim).toMatchObject({ atMost: 1.2, isMet: true });
    expect(text).toContain(
      '| 8 | 20 / 20 | 50 | 2.0 | 18 / 18 | 56 | 1.8 | 1.10 × | 0.91 × | +1.00 | ≤ 1.2 ×: met |',
    );
    expect(text).toContain('**Governed decision, warm, with 1,000 policies');
  });

  it('says when, what each number includes, and how often the caches were right', () => {
    expect(text).toContain('# Measured 2026-11-22');
    expect(text).toContain('on the disk in 0.13 / 0.24 ms');
    expect(text).toContain('| Governed decision, warm | 2.5 / 5.0 | 450 |');
    expect(text).toContain(
      '| Governed decision, warm | 0.25 × | 4.50 × |  |  |',
    );
    expect(text).toContain('warm, 8 at a time: 99.0 %');
    expect(text).toContain('**Governed decision, cold**: HTTP from');
  });
});

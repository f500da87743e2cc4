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

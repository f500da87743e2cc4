import { governance, handWritten } from '../engines';
import { Contestant } from '../run/prepare';
import { Round, Series } from '../run/runRounds';
import { createReport } from './createReport';
import { renderReport } from './renderReport';

const cedar = {
  ...governance,
  id: 'cedar',
  title: 'Cedar',
  workedRound: 'It knows no approval',
};

function series(
  engine: Contestant['engine'],
  size: number,
  means: number[],
  more: Partial<Contestant> = {},
): Series {
  const floor = { decide: () => 'deny' as const };
  return {
    contestant: { engine, size, floor, loadMs: 5, ...more },
    rounds: means.map(
      (mean): Round => ({ mean, p50: mean, p99: 2 * mean, floor: 0.1 }),
    ),
  };
}

describe('the report of decisions', () => {
  const report = createReport(
    [
      series(handWritten, 1_000, [0.1, 0.1, 0.1]),
      series(handWritten, 10_000, [0.2, 0.2, 0.2]),
      series(governance, 10, [10, 20, 10]),
      series(governance, 1_000, [12, 24, 12]),
      series(governance, 10_000, [14, 40, 16]),
      // the computer was slow in the second round
      series(cedar, 1_000, [240, 480, 360]),
      series(cedar, 10_000, [], { notMeasured: 'one decision takes 90 ms' }),
    ],
    {
      at: new Date('2026-11-22T10:00:00Z'),
      machine: {
        processors: 2,
        memoryGiB: 8,
        platform: 'linux-x64',
        node: 'v24.0.0',
        loadBefore: 0.5,
        sync: { p50: 0.13, p99: 0.24 },
      },
      rounds: 3,
      sliceMs: 90,
      requests: 240,
      sizes: [
        { policies: 1_000, rules: 3_200 },
        { policies: 10_000, rules: 32_000 },
      ],
      bytesPerPolicy: { own: 4_096, common: 2_048 },
      versionOf: engine => (engine === cedar ? '4.13.0' : undefined),
    },
  );
  const text = renderReport(report);
  const aim = (start: string) =>
    report.aims.find(each => each.aim.startsWith(start));

  it('compares round by round, so that a computer that slows down changes no ratio', () => {
    expect(aim('10,000 policies')).toMatchObject({ reached: 1.6, met: false });
    expect(aim('At least 25 × ahead of Cedar, whole')).toMatchObject({
      reached: 20,
      met: false,
    });
    expect(aim('At most 40 µs')).toMatchObject({ reached: 12, met: true });
  });

  it('says of what is not measured that it is not, and why', () => {
    expect(aim('At least 25 × ahead of casbin')).not.toHaveProperty('met');
    expect(text).toContain('| Cedar 4.13.0 | 3,600 × | not measured |');
    expect(text).toContain(
      '- **Cedar 4.13.0**, 10,000 policies: one decision takes 90 ms.',
    );
  });

  it('says what was worked round, what a policy takes, and which aims are missed', () => {
    expect(text).toContain('It knows no approval.');
    expect(text).toContain('one loaded policy of ours: 4.0 KiB where no two');
    expect(text).toContain(
      '| 10,000 policies within 1.5 × of 10 | 1.6 × | **missed** |',
    );
    expect(text).toContain('1,000 are 3,200 rules');
  });
});

import { median, percentile } from './percentile';
import {
  acrossRounds,
  differenceAcrossRounds,
  ratioAcrossRounds,
  summarise,
} from './summarise';

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe('percentile', () => {
  it.each([
    [[7], 50, 7],
    [[7], 99, 7],
    [[3, 1, 2], 50, 2],
    [upTo(100), 50, 50],
    [upTo(100), 99, 99],
    [upTo(101), 99, 100],
    [upTo(1000), 100, 1000],
    [[10, 9, 100], 0, 9],
  ])('of %j at %d is %d', (values, percent, expected) => {
    expect(percentile(values, percent)).toBe(expected);
  });

  it('sorts numbers as numbers, leaves its input alone, and refuses nothing', () => {
    const values = [100, 9, 20];
    expect(percentile(values, 50)).toBe(20);
    expect(values).toEqual([100, 9, 20]);
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

describe('median', () => {
  it('is the one in the middle, or the mean of two', () => {
    expect(median([30, 1, 4])).toBe(4);
    expect(median([4, 1, 30, 2])).toBe(3);
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('what rounds come to', () => {
  const figures = (p50: number, perSecond: number, errors = 0) => ({
    p50,
    p99: p50 * 2,
    perSecond,
    samples: 10,
    errors,
  });

  it('counts per second over the time that passed, and only what succeeded', () => {
    expect(
      summarise({ latencies: [1, 2, 3, 4], elapsedMs: 2_000, errors: ['no'] }),
    ).toEqual({ p50: 2, p99: 4, perSecond: 2, samples: 4, errors: 1 });
  });

  it('takes the median of figures and the sum of counts', () => {
    expect(
      acrossRounds([figures(1, 30), figures(9, 10, 2), figures(2, 20, 1)]),
    ).toEqual({ p50: 2, p99: 4, perSecond: 20, samples: 30, errors: 3 });
  });

  it('compares round by round, so that a machine that slows down changes no ratio', () => {
    const ratio = ratioAcrossRounds(
      [figures(1, 400), figures(2, 200), figures(40, 10)],
      [figures(4, 100), figures(8, 50), figures(10, 40)],
    );
    expect(ratio).toEqual({ p50: 0.25, throughput: 4 });
    expect(() => ratioAcrossRounds([figures(1, 1)], [])).toThrow(RangeError);
  });

  it('takes the median of what each round adds, and not what the medians differ by', () => {
    const rounds = [figures(1.1, 1), figures(5.3, 1), figures(9.2, 1)];
    const anchors = [figures(1, 1), figures(9, 1), figures(9, 1)];
    const difference = differenceAcrossRounds(rounds, anchors);
    expect(difference.p50).toBeCloseTo(0.1);
    expect(difference.p99).toBeCloseTo(0.2);
    expect(() => differenceAcrossRounds([], anchors)).toThrow(RangeError);
  });
});

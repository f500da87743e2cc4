import { Aim, Pairs } from '../comparisons';
import { median } from '../statistics/percentile';
import {
  Difference,
  Figures,
  Ratio,
  acrossRounds,
  differenceAcrossRounds,
  ratioAcrossRounds,
} from '../statistics/summarise';

/** One of two portals that differ in one thing. */
export interface ComparedSide {
  figures: Figures;
  /** Of the portal’s process, for one call. */
  cpuMs: number;
}

/** What a difference between two portals came to, for one concurrency. */
export interface ComparisonRow {
  comparison: string;
  title: string;
  includes: string;
  concurrency: number;
  without: ComparedSide;
  with: ComparedSide;
  /** Of what has it to what does not: the median over the pairs. */
  ratio: Ratio;
  difference: Difference;
  aim?: Aim & { isMet: boolean };
}

/** Puts together what the pairs came to. */
export function createComparisonRow(one: Pairs): ComparisonRow {
  const { comparison, concurrency, pairs } = one;
  const figuresOf = (side: 'with' | 'without') =>
    pairs.map(pair => pair[side].figures);
  const sideOf = (side: 'with' | 'without'): ComparedSide => ({
    figures: acrossRounds(figuresOf(side)),
    cpuMs: median(pairs.map(pair => pair[side].cost.cpuMs)),
  });
  const ratio = ratioAcrossRounds(figuresOf('with'), figuresOf('without'));
  const difference = differenceAcrossRounds(
    figuresOf('with'),
    figuresOf('without'),
  );
  const { aim } = comparison;
  const isAbout = (aim.concurrency ?? concurrency) === concurrency;
  const value = aim.of === 'p50 ratio' ? ratio.p50 : difference.p50;
  return {
    comparison: comparison.id,
    title: comparison.title,
    includes: comparison.includes,
    concurrency,
    without: sideOf('without'),
    with: sideOf('with'),
    ratio,
    difference,
    ...(isAbout && { aim: { ...aim, isMet: value <= aim.atMost } }),
  };
}

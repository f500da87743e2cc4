import { Usage } from '../portal/PortalUnderTest';
import { Figures, summarise } from '../statistics/summarise';
import { LoadResult } from './runLoad';

/** What one slice came to. */
export interface Measured {
  figures: Figures;
  /** Of the portal, for one call. */
  cost: Usage;
  /** The first thing that went wrong. */
  error?: string;
}

/** Puts load on a portal, and looks at what that costs it. */
export async function measureSlice(options: {
  usage: () => Promise<Usage>;
  run: () => Promise<LoadResult>;
}): Promise<Measured> {
  const before = await options.usage();
  const result = await options.run();
  const after = await options.usage();
  const figures = summarise(result);
  const calls = Math.max(figures.samples, 1);
  return {
    figures,
    cost: {
      cpuMs: (after.cpuMs - before.cpuMs) / calls,
      statements: (after.statements - before.statements) / calls,
      hops: (after.hops - before.hops) / calls,
    },
    ...(result.errors.length > 0 && { error: result.errors[0] }),
  };
}

/** In one line, for whoever watches. */
export function describeMeasured({ figures, cost, error }: Measured): string {
  const { p50, perSecond } = figures;
  return `p50 ${p50.toFixed(2)} ms, ${perSecond.toFixed(
    0,
  )}/s, cpu ${cost.cpuMs.toFixed(2)} ms${error ? `, ERRORS: ${error}` : ''}`;
}

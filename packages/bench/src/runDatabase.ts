import { join } from 'node:path';
import { Comparison, Pairs, comparisons, runComparison } from './comparisons';
import { databaseOf } from './databases';
import { Bench } from './load/Bench';
import { measures } from './measures';
import { BenchOptions } from './options';
import { Series, runMeasures } from './runMeasures';
import { createWorld } from './world/createWorld';

const STRANGERS = 120;

/** What was measured on one database. */
export interface DatabaseRun {
  name: string;
  title: string;
  series: Series[];
  pairs: Pairs[];
}

interface Options extends BenchOptions {
  scratch: string;
  /** Whether what is the same on every database is measured on this one. */
  isFirst: boolean;
  say: (message: string) => void;
}

/** Measures everything that is asked for on one database. */
export async function runDatabase(
  name: string,
  options: Options,
): Promise<DatabaseRun> {
  const { only, isFirst } = options;
  const isWanted = ({ id }: { id: string }) => only?.includes(id) ?? true;
  const pairs: Pairs[] = [];
  const series = measures.some(isWanted)
    ? await measurePortal(name, options, isWanted)
    : [];
  for (const comparison of comparisons.filter(isWanted)) {
    if (isFirst || !comparison.once) {
      pairs.push(...(await comparePortals(name, comparison, options)));
    }
  }
  const { title } = databaseOf(name, options);
  return { name, title, series, pairs };
}

async function measurePortal(
  name: string,
  options: Options,
  wanted: (measure: { id: string }) => boolean,
): Promise<Series[]> {
  const { scratch, say } = options;
  const { title, database } = databaseOf(name, options);
  say(`${title}: starting a portal`);
  const bench = await Bench.start({
    world: createWorld({ strangers: STRANGERS }),
    database,
    logFile: join(scratch, `${name}.log`),
    nodeOptions: options.nodeOptions,
  });
  try {
    return await runMeasures(bench, {
      ...options,
      wanted,
      onSlice: message => say(`${name}, ${message}`),
    });
  } finally {
    await bench.stop();
  }
}

async function comparePortals(
  name: string,
  comparison: Comparison,
  options: Options,
): Promise<Pairs[]> {
  const { nodeOptions, scratch } = options;
  const say = (message: string) => options.say(`${name}, ${message}`);
  const sides = await comparison.open({
    database: label => databaseOf(name, { scratch, label }).database,
    logFile: label => join(scratch, `${name}-${label}.log`),
    nodeOptions,
    say,
  });
  try {
    return await runComparison(comparison, sides, { ...options, onSlice: say });
  } finally {
    await sides.with.stop();
    await sides.without.stop();
  }
}

import { z } from 'zod';
import { FactRead, Facts, Ternary } from '../../model';
import { readFact } from '../facts';
import { ternaryAnd } from '../ternary';
import { formatAge, notKnown, plainText } from '../wording';
import { PolicyRule } from './PolicyRule';

/** At most so much of each, in one run; what is not given is not bounded. @public */
export type RunBounds = {
  /** Changes of the run that ran or are on their way, this one counted. */
  mutations?: number;
  failures?: number;
  /** Requests of which nobody knows whether they happened. */
  unknownOutcomes?: number;
  /** The step the agent says this is. */
  steps?: number;
  /** Since the run began. */
  minutes?: number;
};

const most = (least: number) => z.number().int().min(least).optional();
const NOUNS: Record<keyof RunBounds, [one: string, several: string]> = {
  mutations: ['change with this one', 'changes with this one'],
  failures: ['failure', 'failures'],
  unknownOutcomes: ['unknown outcome', 'unknown outcomes'],
  steps: ['step', 'steps'],
  minutes: ['minute', 'minutes'],
};

/**
 * True while a run is within all of the given bounds. Unknown when the agent names no run.
 *
 * @remarks
 * Which run a request belongs to is the agent's word: one that names a new run each time is always within. So this
 * holds and refuses what runs too long, and is never the bound of a grant: criteria refuse it anywhere but in an
 * `allOf` beside something that is no claim. For a bound an agent cannot escape use `mutationsWithin`.
 *
 * @public
 */
export const runWithin: PolicyRule<RunBounds> = {
  name: 'runWithin',
  description:
    'The run is within all of the given bounds. Only narrows a grant: which run it is, is the word of the agent',
  version: 1,
  changeability: 'circumstance',
  basis: 'claim',
  paramsSchema: z
    .strictObject({
      mutations: most(1),
      failures: most(0),
      unknownOutcomes: most(0),
      steps: most(1),
      minutes: most(1),
    })
    .refine(
      bounds => Object.values(bounds).some(bound => bound !== undefined),
      `at least one of ${Object.keys(NOUNS).join(', ')} must be given`,
    ),
  evaluate(facts, bounds) {
    const run = readFact(facts, 'run.id');
    const measures = (Object.keys(NOUNS) as Array<keyof RunBounds>).flatMap(
      name => {
        const bound = bounds[name];
        return bound === undefined ? [] : [measure(facts, name, bound)];
      },
    );
    const reads = [run.read, ...measures.flatMap(each => each.reads)];
    const result: Ternary =
      run.value === undefined
        ? 'unknown'
        : ternaryAnd(measures.map(each => each.result));
    return {
      result,
      because:
        result === 'unknown'
          ? notKnown('how far the run has come', ...reads)
          : `the run ${plainText(run.value ?? '')} is at ${measures
              .flatMap(({ said }) => said ?? [])
              .join(', ')}`,
      reads,
    };
  },
};

interface Measure {
  result: Ternary;
  said?: string;
  reads: FactRead[];
}

function measure(facts: Facts, name: keyof RunBounds, bound: number): Measure {
  if (name === 'minutes') {
    return measureTime(facts, bound);
  }
  const { value, read } = readFact(
    facts,
    name === 'steps' ? 'run.step' : `run.${name}`,
  );
  if (value === undefined) {
    return { result: 'unknown', reads: [read] };
  }
  const count = name === 'mutations' ? value + 1 : value;
  const [one, several] = NOUNS[name];
  return {
    result: count <= bound,
    said: `${count} ${count === 1 ? one : several} of at most ${bound}`,
    reads: [read],
  };
}

function measureTime(facts: Facts, minutes: number): Measure {
  const started = readFact(facts, 'run.startedAt');
  const now = readFact(facts, 'time.now');
  const reads = [started.read, now.read];
  const age = Date.parse(now.value ?? '') - Date.parse(started.value ?? '');
  return Number.isFinite(age) && age >= 0
    ? {
        result: age <= minutes * 60_000,
        said: `${formatAge(age / 1_000)} of at most ${minutes} minutes`,
        reads,
      }
    : { result: 'unknown', reads };
}

import { Facts } from '../../model';
import { UNKNOWN } from '../facts/scopeValues';
import { ReadDimension, readDimension } from './dimensions';
import { PolicyEntry } from './PolicyEntry';

/** So few are quicker looked at one by one. */
const FEW = 4;
/** More values than this and a policy is found by something else: it would stand in too many places. */
const MAX_VALUES = 16;
/** How often a policy may stand in a tree, on average. */
const MAX_COPIES = 4;

/** Policies, arranged by what must hold for them to apply. */
export type PolicyTree =
  | { entries: readonly PolicyEntry[] }
  | {
      read: ReadDimension;
      byValue: ReadonlyMap<string, PolicyTree>;
      /** Those that ask nothing of this dimension. */
      others: PolicyTree;
    };

/**
 * Arranges policies so that a request meets few that do not apply to it: at each step by the dimension
 * that leaves the fewest, whatever the request.
 */
export function growTree(
  entries: readonly PolicyEntry[],
  used: readonly string[] = [],
  copies = 1,
): PolicyTree {
  const split = entries.length > FEW ? bestSplit(entries, used) : undefined;
  if (!split || copies * split.copies > MAX_COPIES) {
    return { entries };
  }
  const { dimension, byValue, others } = split;
  const grow = (part: readonly PolicyEntry[]) =>
    growTree(part, [...used, dimension], copies * split.copies);
  return {
    read: readDimension(dimension),
    byValue: new Map(
      Array.from(byValue, ([value, part]) => [value, grow(part)]),
    ),
    others: grow(others),
  };
}

/** Every policy that may apply to a request, in no order and some of them twice; all that certainly do not are left aside. */
export function findIn(
  tree: PolicyTree,
  facts: Facts,
  found: PolicyEntry[],
): void {
  if ('entries' in tree) {
    for (const entry of tree.entries) {
      found.push(entry);
    }
    return;
  }
  findIn(tree.others, facts, found);
  const values = tree.read(facts);
  if (values === UNKNOWN) {
    tree.byValue.forEach(part => findIn(part, facts, found));
    return;
  }
  for (const value of values) {
    const part = tree.byValue.get(value);
    if (part) {
      findIn(part, facts, found);
    }
  }
}

interface Split {
  dimension: string;
  byValue: Map<string, PolicyEntry[]>;
  others: PolicyEntry[];
  /** How many there are afterwards for each one before. */
  copies: number;
  /** The most that a request can meet. */
  worst: number;
}

function bestSplit(
  entries: readonly PolicyEntry[],
  used: readonly string[],
): Split | undefined {
  const dimensions = new Set(
    entries.flatMap(({ scope }) => Array.from(scope.requires.keys())),
  );
  let best: Split | undefined;
  for (const dimension of Array.from(dimensions).sort()) {
    const split = used.includes(dimension)
      ? undefined
      : splitBy(entries, dimension);
    if (split && split.worst < (best?.worst ?? entries.length)) {
      best = split;
    }
  }
  return best;
}

function splitBy(entries: readonly PolicyEntry[], dimension: string): Split {
  const byValue = new Map<string, PolicyEntry[]>();
  const others: PolicyEntry[] = [];
  let copies = 0;
  for (const entry of entries) {
    const values = entry.scope.requires.get(dimension);
    if (!values || values.length > MAX_VALUES) {
      others.push(entry);
      continue;
    }
    copies += values.length;
    for (const value of values) {
      const part = byValue.get(value);
      if (part) {
        part.push(entry);
      } else {
        byValue.set(value, [entry]);
      }
    }
  }
  const largest = Math.max(
    0,
    ...Array.from(byValue.values(), part => part.length),
  );
  return {
    dimension,
    byValue,
    others,
    copies: (copies + others.length) / entries.length,
    worst: others.length + largest,
  };
}

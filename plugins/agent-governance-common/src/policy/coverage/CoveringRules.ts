import { CoverageDependency, CoveringRule } from '../../model';
import { PolicyEntry } from '../policies/PolicyEntry';
import { RuleExtent } from './RuleReach';

/** So many are named; the others are counted. */
const MAX_NAMED = 10;
const EXTENTS = ['always', 'partly'] as const;
const EFFECTS = ['deny', 'require-approval', 'allow'] as const;
type Effect = CoveringRule['effect'];

/** Rules of one cell that say the same, as far: those that are named, and how many there are. */
interface Bucket {
  named: CoveringRule[];
  seen: number;
  /** Of policies that may not be seen: only that there are some is told, never how many. */
  unseen: Map<CoveringRule['grants'], CoveringRule>;
}

/** Collects what rules say of one cell, in the order in which it is told. A cell may be covered by thousands. */
export class CoveringRules {
  readonly #dependencies: (
    entry: PolicyEntry,
    rule: RuleExtent['rule'],
  ) => CoverageDependency[];
  readonly #buckets: Record<RuleExtent['extent'], Map<Effect, Bucket>> = {
    always: new Map(),
    partly: new Map(),
  };

  /** @param dependencies - what it depends on whether a rule says something; asked of those that are named */
  constructor(
    dependencies: (
      entry: PolicyEntry,
      rule: RuleExtent['rule'],
    ) => CoverageDependency[],
  ) {
    this.#dependencies = dependencies;
  }

  /** @param maySee - whether the policy may be named to the reader */
  add(
    entry: PolicyEntry,
    extents: readonly RuleExtent[],
    maySee: boolean,
  ): void {
    for (const { rule, extent } of extents) {
      const { effect } = rule;
      const bucket = this.#bucket(extent, effect);
      if (maySee) {
        bucket.seen += 1;
      } else {
        const grants = grantsOf(entry, rule);
        bucket.unseen.set(grants, { effect, extent, dependsOn: [], grants });
      }
      if (maySee && bucket.named.length < MAX_NAMED) {
        bucket.named.push({
          policyRef: entry.header.id,
          rule: rule.name,
          effect,
          extent,
          dependsOn: extent === 'always' ? [] : this.#dependencies(entry, rule),
          grants: grantsOf(entry, rule),
        });
      }
    }
  }

  /** The strictest effect that every request meets. */
  get always(): Effect | undefined {
    return EFFECTS.find(effect => this.#buckets.always.has(effect));
  }

  /** The loosest effect that some requests meet. */
  get loosest(): Effect | undefined {
    return [...EFFECTS]
      .reverse()
      .find(effect => this.#buckets.partly.has(effect));
  }

  result(): { named: CoveringRule[]; more: number } {
    const buckets = EXTENTS.flatMap(extent =>
      EFFECTS.flatMap(effect => this.#buckets[extent].get(effect) ?? []),
    );
    const all = buckets.flatMap(({ named, unseen }) => [
      ...named,
      ...unseen.values(),
    ]);
    const total = buckets.reduce(
      (sum, { seen, unseen }) => sum + seen + unseen.size,
      0,
    );
    const named = all.slice(0, MAX_NAMED);
    return { named, more: total - named.length };
  }

  #bucket(extent: RuleExtent['extent'], effect: Effect): Bucket {
    const before = this.#buckets[extent].get(effect);
    if (before) {
      return before;
    }
    const bucket: Bucket = { named: [], seen: 0, unseen: new Map() };
    this.#buckets[extent].set(effect, bucket);
    return bucket;
  }
}

function grantsOf(
  { level }: PolicyEntry,
  { grants }: RuleExtent['rule'],
): CoveringRule['grants'] {
  if (!grants) {
    return 'never';
  }
  return level === 'environment' ? 'with-another-level' : 'alone';
}

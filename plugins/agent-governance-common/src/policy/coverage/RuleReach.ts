import { parseEntityRef } from '@backstage/catalog-model';
import { CoverageDependency, Facts, Ternary } from '../../model';
import { FactPath, readFact } from '../facts';
import {
  EntryExpression,
  EntryRule,
  PolicyEntry,
} from '../policies/PolicyEntry';
import { ternaryAnd } from '../ternary';
import { CELL_PATHS, CoverageCellFacts } from './CoverageCellFacts';

/** How far a policy, or a rule of it, reaches into a cell; nothing: it cannot. */
export type Extent = 'always' | 'partly' | undefined;

/** A rule that reaches into a cell, and how far. */
export interface RuleExtent {
  rule: EntryRule;
  extent: Exclude<Extent, undefined>;
}

interface Reached {
  /** What it looks at of what a cell knows. */
  paths: readonly FactPath[];
  byKey: Map<string, readonly RuleExtent[]>;
}

/**
 * Finds out how far rules reach, by asking them what they say where only the cell itself is known: what is then true is
 * so for every request of it, what is false for none, and what is not known depends on the request.
 *
 * Most policies ask nothing that a cell knows, or the same of many, so each is evaluated once for all that looks the
 * same to it.
 */
export class RuleReach {
  readonly #reached = new Map<PolicyEntry, Reached>();
  readonly #results = new Map<EntryExpression, Map<string, Ternary>>();
  readonly #keys = new Map<EntryExpression, (facts: Facts) => string>();

  /** Those of its rules that count and could say something to a request of the cell. */
  over(entry: PolicyEntry, cell: CoverageCellFacts): readonly RuleExtent[] {
    const { paths, byKey } = this.#reachedBy(entry);
    if (paths.includes('action.id')) {
      // nearly every cell looks different to it, so there is nothing to be kept
      return this.#evaluate(entry, cell);
    }
    const key = paths.map(path => cell.known.get(path)).join();
    const before = byKey.get(key);
    if (before) {
      return before;
    }
    const extents = this.#evaluate(entry, cell);
    byKey.set(key, extents);
    return extents;
  }

  /** What it depends on whether a rule says something, where that is not always. */
  dependencies(
    entry: PolicyEntry,
    { when }: EntryRule,
    { variants }: CoverageCellFacts,
  ): CoverageDependency[] {
    const { filter } = entry;
    const isOpen = (test: (facts: Facts) => Ternary) =>
      extentOf(variants.map(test)) !== 'always';
    return [
      ...authorityOver(entry),
      ...(filter && isOpen(filter.test)
        ? [{ on: 'filter' as const, filter: filter.predicate }]
        : []),
      ...(when?.source !== undefined &&
      isOpen(facts => this.#holds(when, facts))
        ? [{ on: 'when' as const, when: when.source }]
        : []),
    ];
  }

  #reachedBy(entry: PolicyEntry): Reached {
    const before = this.#reached.get(entry);
    if (before) {
      return before;
    }
    const reads = new Set([
      ...entry.scope.reads,
      ...entry.rules.flatMap(({ when }) => when?.reads ?? []),
      ...(entry.entity === undefined ? [] : ['target.kind' as const]),
    ]);
    const paths = CELL_PATHS.filter(path => reads.has(path));
    const reached = { paths, byKey: new Map() };
    this.#reached.set(entry, reached);
    return reached;
  }

  #evaluate(
    entry: PolicyEntry,
    { variants }: CoverageCellFacts,
  ): readonly RuleExtent[] {
    const scopes = variants.map(facts => scopeOver(entry, facts));
    if (extentOf(scopes) === undefined) {
      return [];
    }
    return entry.rules.flatMap(rule => {
      const extent = rule.counts
        ? extentOf(
            variants.map((facts, index) =>
              ternaryAnd([scopes[index], this.#holds(rule.when, facts)]),
            ),
          )
        : undefined;
      return extent ? [{ rule, extent }] : [];
    });
  }

  #holds(when: EntryExpression | undefined, facts: Facts): Ternary {
    if (!when) {
      return true;
    }
    const key = this.#keyOf(when)(facts);
    const results = this.#results.get(when) ?? new Map<string, Ternary>();
    this.#results.set(when, results);
    const before = results.get(key);
    if (before !== undefined) {
      return before;
    }
    const result = evaluate(when, facts);
    results.set(key, result);
    return result;
  }

  /** All that an expression could see of a cell. */
  #keyOf(when: EntryExpression): (facts: Facts) => string {
    const before = this.#keys.get(when);
    if (before) {
      return before;
    }
    const paths = CELL_PATHS.filter(path => when.reads.includes(path));
    const keyOf = (facts: Facts) =>
      paths.length === 0
        ? ''
        : JSON.stringify(
            paths.map(path => readFact(facts, path).value ?? null),
          );
    this.#keys.set(when, keyOf);
    return keyOf;
  }
}

/** What cannot be evaluated is not known: it then depends. */
function evaluate(when: EntryExpression, facts: Facts): Ternary {
  try {
    return when.evaluate(facts).result;
  } catch {
    return 'unknown';
  }
}

function scopeOver({ scope, entity }: PolicyEntry, facts: Facts): Ternary {
  const kind = entity && readFact(facts, 'target.kind').value;
  // a ref whose kind is another is not this target, though the ref is not known
  return kind && kind !== parseEntityRef(entity).kind.toLocaleLowerCase('en-US')
    ? false
    : scope.test(facts);
}

function extentOf(results: readonly Ternary[]): Extent {
  if (results.every(result => result === true)) {
    return 'always';
  }
  return results.every(result => result === false) ? undefined : 'partly';
}

/** Who owns a target is not known of a cell; who owns its environment is. */
function authorityOver({
  level,
  entity,
  header: { owner },
}: PolicyEntry): CoverageDependency[] {
  if (owner === undefined) {
    return [];
  }
  if (level === 'service' && entity !== undefined) {
    return [{ on: 'target', target: entity, owner }];
  }
  return level === 'team' ? [{ on: 'owner', owner }] : [];
}

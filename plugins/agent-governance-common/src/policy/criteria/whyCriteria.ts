import { CriteriaTrace, Ternary } from '../../model';
import { findPolicyRule } from '../rules/policyRules';
import { Changeability } from '../rules';

type RuleTrace = Extract<CriteriaTrace, { kind: 'rule' }>;

/** What it takes to have a rule answer otherwise: weeks of another kind of work apart. */
const COST: Record<Changeability, number> = {
  circumstance: 1,
  relation: 10,
  request: 1000,
};

/**
 * The clauses of the rules that account for a result, most telling ones only.
 *
 * - Not true: those of the *cheapest repair*, the smallest set of answers that would have to change to make the
 *   criteria true. A freeze is named before "it is another environment".
 * - Unknown: those that are unknown themselves and matter.
 * - True: those of the alternative that holds.
 */
export function whyCriteria(trace: CriteriaTrace): string[] {
  const rules = trace.result === true ? supporting(trace) : repairing(trace);
  return Array.from(new Set(rules.map(rule => rule.because)));
}

function repairing(trace: CriteriaTrace): RuleTrace[] {
  return trace.result === 'unknown'
    ? undecided(trace)
    : repair(trace, true).rules;
}

function undecided(trace: CriteriaTrace): RuleTrace[] {
  if (trace.result !== 'unknown') {
    return [];
  }
  return trace.kind === 'rule' ? [trace] : trace.children.flatMap(undecided);
}

interface Repair {
  cost: number;
  rules: RuleTrace[];
}

/** The cheapest set of rules whose change makes a node come out as wanted. */
function repair(trace: CriteriaTrace, wanted: boolean): Repair {
  if (trace.result === wanted) {
    return { cost: 0, rules: [] };
  }
  switch (trace.kind) {
    case 'rule':
      return { cost: costOf(trace), rules: [trace] };
    case 'not':
      return repair(trace.children[0], !wanted);
    default: {
      const repairs = trace.children.map(child => repair(child, wanted));
      const allNeeded = (trace.kind === 'allOf') === wanted;
      return allNeeded ? together(repairs) : cheapest(repairs);
    }
  }
}

/** The rules of a node that hold it at its result, where that result is definite. */
function supporting(trace: CriteriaTrace): RuleTrace[] {
  return support(trace, trace.result);
}

function support(trace: CriteriaTrace, result: Ternary): RuleTrace[] {
  switch (trace.kind) {
    case 'rule':
      return [trace];
    case 'not':
      return support(trace.children[0], trace.children[0].result);
    default: {
      const alike = trace.children.filter(child => child.result === result);
      const supports = alike.map(child => support(child, result));
      const allNeeded = (trace.kind === 'allOf') === (result === true);
      return allNeeded
        ? supports.flat()
        : cheapest(supports.map(rules => ({ cost: rules.length, rules })))
            .rules;
    }
  }
}

function together(repairs: Repair[]): Repair {
  return {
    cost: repairs.reduce((sum, { cost }) => sum + cost, 0),
    rules: repairs.flatMap(({ rules }) => rules),
  };
}

/** Ties are broken by name, not by place: the order of criteria means nothing. */
function cheapest(repairs: Repair[]): Repair {
  return repairs.reduce((best, next) =>
    next.cost < best.cost ||
    (next.cost === best.cost && nameOf(next) < nameOf(best))
      ? next
      : best,
  );
}

function nameOf({ rules }: Repair): string {
  return rules
    .map(rule => rule.because)
    .sort()
    .join();
}

function costOf(trace: RuleTrace): number {
  return COST[findPolicyRule(trace.rule)?.changeability ?? 'request'];
}

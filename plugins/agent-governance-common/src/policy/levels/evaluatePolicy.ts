import {
  FactRead,
  Facts,
  PolicyResult,
  RuleResult,
  Ternary,
} from '../../model';
import { readFact } from '../facts';
import { EntryRule, PolicyEntry } from '../policies/PolicyEntry';
import { ternaryAnd } from '../ternary';
import { plainText } from '../wording';

/** What one policy came to. */
export interface PolicyOutcome {
  entry: Pick<PolicyEntry, 'level' | 'mode'>;
  result: PolicyResult;
  /** Those of its rules that have a say here: true, or unknown. */
  matches: RuleMatch[];
}

/** A rule that matches, or may. */
export interface RuleMatch {
  rule: EntryRule;
  matched: true | 'unknown';
  /** What it says, with of which policy. */
  clause: string;
}

const NOTHING_READ: FactRead[] = [];

/**
 * Evaluates every rule of one policy that applies, or may.
 *
 * A rule matches as far as its policy applies and its expression holds. If either is not known, that is unknown,
 * and what it was for want of is on record.
 */
export function evaluatePolicy(
  entry: Omit<PolicyEntry, 'rank' | 'cost'>,
  applies: true | 'unknown',
  facts: Facts,
): PolicyOutcome {
  const missing =
    applies === true ? NOTHING_READ : notKnownOf(entry.scope.reads, facts);
  const rules: RuleResult[] = [];
  const matches: RuleMatch[] = [];
  for (const rule of entry.rules) {
    const result = evaluateRule(rule, applies, missing, facts);
    rules.push(result);
    if (result.matched !== false && rule.counts) {
      matches.push({
        rule,
        matched: result.matched,
        clause: result.matched === true ? rule.because.clause : result.because,
      });
    }
  }
  return { entry, result: { ...entry.header, rules }, matches };
}

function evaluateRule(
  rule: EntryRule,
  applies: Ternary,
  missing: FactRead[],
  facts: Facts,
): RuleResult {
  const { name, effect, because } = rule;
  const outcome = evaluateExpression(rule, facts);
  const matched = ternaryAnd([applies, outcome.result]);
  const reads =
    missing.length > 0 ? [...outcome.reads, ...missing] : outcome.reads;
  if (matched === 'unknown') {
    const why = whyUnknown(rule, reads, outcome.problem);
    return { name, effect, matched, because: why, reads };
  }
  const said = matched ? because.matched : because.notMatched;
  return { name, effect, matched, because: said, reads };
}

function evaluateExpression(
  { when }: EntryRule,
  facts: Facts,
): { result: Ternary; reads: FactRead[]; problem?: string } {
  if (!when) {
    return { result: true, reads: NOTHING_READ };
  }
  try {
    return when.evaluate(facts);
  } catch (error) {
    return { result: 'unknown', reads: [], problem: String(error) };
  }
}

function whyUnknown(
  { name, of }: EntryRule,
  reads: readonly FactRead[],
  problem: string | undefined,
): string {
  const notKnown = reads
    .filter(({ state, value }) => state !== 'known' || value === undefined)
    .map(
      ({ path, state, note }) =>
        `${path} is ${state === 'known' ? 'known to be none' : state}${
          note ? ` (${plainText(note)})` : ''
        }`,
    );
  const why = problem === undefined ? notKnown : [plainText(problem)];
  return `it is not known whether the rule ${name} of ${of} applies: ${
    Array.from(new Set(why)).join(', ') || 'a fact it needs has no value'
  }`;
}

function notKnownOf(
  paths: PolicyEntry['scope']['reads'],
  facts: Facts,
): FactRead[] {
  return paths
    .map(path => readFact(facts, path).read)
    .filter(({ state }) => state !== 'known');
}

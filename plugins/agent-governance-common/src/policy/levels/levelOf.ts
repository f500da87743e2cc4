import { LevelResult } from '../../model';
import { DocumentLevel } from '../documents';
import { PolicyOutcome, RuleMatch } from './evaluatePolicy';

type Effect = 'deny' | 'require-approval' | 'allow';

/** More reasons than this are not told in one sentence; all of them are in the trace. */
const MAX_CLAUSES = 5;

/**
 * What the policies of one level come to: the most restrictive rule that matches wins.
 *
 * Unknown matches where that tightens: a `deny` then could not be evaluated, a `require-approval` asks for a
 * person and is no yes. Where it would loosen it does not, and the missing yes is told as such.
 */
export function levelOf(
  level: DocumentLevel,
  outcomes: readonly PolicyOutcome[],
): LevelResult {
  const matches = outcomes.flatMap(outcome => outcome.matches);
  const policies = outcomes.map(({ result }) => result);
  const denials = ofEffect(matches, 'deny');
  if (denials.length > 0) {
    return { level, ...deniedBy(denials), policies };
  }
  const grants = matches.filter(
    ({ rule, matched }) => matched === true && rule.grants,
  );
  const granted = grants.length > 0;
  const open = matches.filter(
    ({ rule, matched }) => matched === 'unknown' && rule.grants,
  );
  const openGrant =
    !granted && open.length > 0 ? { openGrant: sayAll(open) } : {};
  const asking = ofEffect(matches, 'require-approval');
  if (asking.length > 0) {
    return {
      level,
      granted,
      effect: 'require-approval',
      ...openGrant,
      because: sayAll(knownFirst(asking)),
      policies,
    };
  }
  return {
    level,
    granted,
    effect: granted ? 'allow' : 'none',
    ...openGrant,
    because: granted ? sayAll(grants) : `no rule of the ${level} level applies`,
    policies,
  };
}

/** A rule that said no is a denial; if all that might have could not be evaluated, so could not the level. */
function deniedBy(
  denials: readonly RuleMatch[],
): Omit<LevelResult, 'level' | 'policies'> {
  const certain = denials.filter(({ matched }) => matched === true);
  if (certain.length > 0) {
    return { granted: false, effect: 'deny', because: sayAll(certain) };
  }
  const because = sayAll(denials);
  return {
    granted: false,
    effect: 'deny',
    couldNotEvaluate: because,
    because,
  };
}

function ofEffect(matches: readonly RuleMatch[], effect: Effect): RuleMatch[] {
  return matches.filter(({ rule }) => rule.effect === effect);
}

function knownFirst(matches: readonly RuleMatch[]): RuleMatch[] {
  return [
    ...matches.filter(({ matched }) => matched === true),
    ...matches.filter(({ matched }) => matched !== true),
  ];
}

function sayAll(matches: readonly RuleMatch[]): string {
  const clauses = Array.from(new Set(matches.map(({ clause }) => clause)));
  const more = clauses.length - MAX_CLAUSES;
  return more > 0
    ? `${clauses.slice(0, MAX_CLAUSES).join('; ')}; and ${more} more`
    : clauses.join('; ');
}

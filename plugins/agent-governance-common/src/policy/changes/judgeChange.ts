import { PolicyChangeFinding, PolicyChangeJudgement } from '../../model';
import { PolicyDocument } from '../documents';
import { asksAsMuch } from './asksAsMuch';
import { anyOf } from './conditions/Condition';
import { Implication } from './conditions/Implication';
import { describeRuleChange } from './describeRuleChange';
import { RuleInForce, rulesInForce } from './RuleInForce';

/**
 * Judges whether a change of one policy could loosen any verdict: make one allow or hold where it was stricter, or a
 * hold easier to pass. From the two texts alone: whatever the other policies say, and whatever the facts.
 *
 * It does not loosen where two things are shown, by comparing when rules match (see {@link Implication}):
 *
 * 1. Everything that a rule denied is still denied, and everything that a rule held is denied, or held by a rule that
 *    asks as much.
 * 2. Every yes was one before, at the same level. To allow is a yes, and so is to ask for approval: once somebody
 *    approved, it runs. A further `require-approval` therefore loosens where nothing shows that this policy had granted
 *    all that it matches, because what was *not granted* could then be held.
 *
 * Everything else counts as loosening, also where it only cannot be shown. What a policy would do if it were not in
 * shadow counts for nothing, before and after.
 *
 * Two things it cannot see. How many people there are: asking more people than there are brings the portal's fallback
 * reviewers in, who then stand in for those who are missing. And how many policies apply: a request to which more apply
 * than may be evaluated is refused, and one fewer may end that.
 *
 * @param before - absent: there was none, or nothing of it decided
 * @param after - absent: there is none any more
 * @public
 */
export function judgeChange(
  before: PolicyDocument | undefined,
  after: PolicyDocument | undefined,
): PolicyChangeJudgement {
  const texts = { before, after };
  const [was, is] = [rulesInForce(before), rulesInForce(after)];
  const implication = new Implication();
  const findings = [
    ...was
      .filter(rule => !isKept(rule, is, implication))
      .map(rule => describeRuleChange(rule, texts, 'guard')),
    ...is
      .filter(rule => !wasGranted(rule, was, implication))
      .map(rule => describeRuleChange(rule, texts, 'grant')),
  ];
  return { loosens: findings.length > 0, findings: merged(findings) };
}

/** Whether what a rule denies or holds is denied or held as well afterwards. */
function isKept(
  { rule, matches }: RuleInForce,
  after: readonly RuleInForce[],
  implication: Implication,
): boolean {
  if (rule.effect === 'allow') {
    return true;
  }
  const asStrict = after.filter(
    ({ rule: other }) =>
      other.effect === 'deny' ||
      (other.effect === 'require-approval' &&
        rule.effect === 'require-approval' &&
        asksAsMuch(other.checkpoint, rule.checkpoint)),
  );
  return implication.shows(matches, anyOf(asStrict.map(one => one.matches)));
}

/** Whether what a rule says yes to had a yes before, of the same level. */
function wasGranted(
  { rule, level, matches }: RuleInForce,
  before: readonly RuleInForce[],
  implication: Implication,
): boolean {
  if (rule.effect === 'deny') {
    return true;
  }
  const grants = before.filter(
    other => other.level === level && other.rule.effect !== 'deny',
  );
  return implication.shows(matches, anyOf(grants.map(one => one.matches)));
}

/** The same change told once, with every reason. */
function merged(
  findings: readonly PolicyChangeFinding[],
): PolicyChangeFinding[] {
  const byChange = new Map<string, PolicyChangeFinding>();
  for (const finding of findings) {
    const known = byChange.get(finding.what);
    byChange.set(
      finding.what,
      known
        ? { ...known, because: `${known.because} ${finding.because}` }
        : finding,
    );
  }
  return Array.from(byChange.values());
}

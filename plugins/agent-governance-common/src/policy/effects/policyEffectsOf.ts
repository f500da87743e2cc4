import {
  Decision,
  PolicyEffect,
  PolicyEffectOnDecision,
  PolicyResult,
  RuleResult,
} from '../../model';
import { isDocumentLevel } from '../documents';
import { TARGET_SAYS } from '../levels/targetSays';

/**
 * What each policy document that applied did in a decision, or would have done in shadow mode. Told from the record alone,
 * so it is the same whenever it is asked.
 *
 * @public
 */
export function policyEffectsOf(
  decision: Pick<Decision, 'levels' | 'shadow' | 'verdict'>,
): PolicyEffectOnDecision[] {
  const enforced = decision.levels
    .filter(({ level }) => isDocumentLevel(level))
    .flatMap(({ policies }) => policies)
    .filter(({ id }) => id !== TARGET_SAYS)
    .map(policy => effectOf(policy, 'enforce'));
  const shadow = decision.shadow.map(({ policy, verdict }) => ({
    ...effectOf(policy, 'shadow'),
    ...(verdict !== decision.verdict && { wouldBe: verdict }),
  }));
  return [...enforced, ...shadow];
}

function effectOf(
  policy: PolicyResult,
  mode: PolicyEffectOnDecision['mode'],
): PolicyEffectOnDecision {
  const { id, digest, standing } = policy;
  const rules = policy.rules.filter(
    ({ matched, effect }) =>
      matched !== false &&
      // what a policy that is gone allows does not count
      !(standing === 'vanished' && effect === 'allow'),
  );
  return {
    policyRef: id,
    ...(digest !== undefined && { digest }),
    mode,
    effect: strictest(rules),
    rules: rules.map(({ name }) => name),
  };
}

/** As the engine has it: unknown denies nothing for certain, holds, and never allows. */
function strictest(rules: readonly RuleResult[]): PolicyEffect {
  const says = (effect: RuleResult['effect'], ...matched: unknown[]) =>
    rules.some(
      rule => rule.effect === effect && matched.includes(rule.matched),
    );
  if (says('deny', true)) {
    return 'deny';
  }
  if (says('deny', 'unknown')) {
    return 'could-not-evaluate';
  }
  if (says('require-approval', true, 'unknown')) {
    return 'require-approval';
  }
  return says('allow', true) ? 'allow' : 'none';
}

import { NotReplayableBecause } from '../../model';
import { parseCriteria } from '../criteria/parseCriteria';
import { PolicyIndex } from '../policies';
import { ENGINE_VERSION, PolicySet, PortalAnswer } from '../PolicySet';
import { RULES_VERSION } from '../rules';

/** What a recorded policy set becomes in a replay. */
export type ReplaySets =
  | {
      now: PolicySet;
      drafted: PolicySet;
      /** Whether it is exactly what would decide now. */
      isCurrent: boolean;
      /** Whether the portal's rules had other versions. */
      otherRules: boolean;
    }
  | { because: NotReplayableBecause };

/**
 * Exchanges the policies of a recorded set, and leaves what else was decided with: the portal's answers, which levels
 * had to agree, the default checkpoint. Those are what the portal said then, about that very request.
 *
 * The engine and the rules are today's: it is today's portal that a draft would be merged into. An answer that they
 * cannot walk any more is not replayed.
 */
export function replaySets(
  recorded: PolicySet,
  indexes: { now: PolicyIndex; drafted: PolicyIndex },
): ReplaySets {
  const { portal } = recorded;
  if (!isWalkable(portal?.execute) || !isWalkable(portal?.executeApproved)) {
    return { because: 'portal-rules' };
  }
  const otherRules = recorded.rulesVersion !== RULES_VERSION;
  const withPolicies = ({ digest }: PolicyIndex): PolicySet => ({
    ...recorded,
    engineVersion: ENGINE_VERSION,
    rulesVersion: RULES_VERSION,
    policies: { digest },
  });
  return {
    now: withPolicies(indexes.now),
    drafted: withPolicies(indexes.drafted),
    isCurrent:
      !otherRules &&
      recorded.engineVersion === ENGINE_VERSION &&
      recorded.policies?.digest === indexes.now.digest,
    otherRules,
  };
}

function isWalkable(answer: PortalAnswer | undefined): boolean {
  if (answer?.result !== 'CONDITIONAL') {
    return answer !== undefined;
  }
  try {
    parseCriteria(answer.conditions);
    return true;
  } catch {
    return false;
  }
}

import { Facts, LevelResult } from '../../model';
import { PolicySet } from '../PolicySet';
import { readFact } from '../facts';
import { plainText } from '../wording';
import { agentLevel } from './agentLevel';
import { delegationLevel } from './delegationLevel';
import { portalLevel } from './portalLevel';
import { stopsLevel } from './stopsLevel';

/**
 * Puts together what every level says, in the order shown to people; none short-circuits another, so that the
 * explanation is complete.
 *
 * @param documents - the levels that documents speak for
 */
export function evaluateLevels(
  policySet: PolicySet,
  facts: Facts,
  documents: readonly LevelResult[],
): LevelResult[] {
  return [
    guarded('stops', () => stopsLevel(facts)),
    ...delegated(facts),
    guarded('portal', () => portalLevel(policySet.portal, facts)),
    ...documents,
    guarded('agent', () => agentLevel(facts)),
  ];
}

/** A level only where a delegation is quoted, or it is not known whether one is. */
function delegated(facts: Facts): LevelResult[] {
  return readFact(facts, 'subject.delegation').isNone
    ? []
    : [guarded('delegation', () => delegationLevel(facts))];
}

function guarded(
  level: LevelResult['level'],
  produce: () => LevelResult,
): LevelResult {
  try {
    return produce();
  } catch (error) {
    const because = `the ${level} level failed: ${plainText(String(error))}`;
    return {
      level,
      granted: false,
      effect: 'none',
      couldNotEvaluate: because,
      because,
      policies: [],
    };
  }
}

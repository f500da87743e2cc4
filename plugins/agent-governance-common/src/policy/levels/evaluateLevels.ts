import { Facts, LevelResult } from '../../model';
import { PolicySet } from '../PolicySet';
import { plainText } from '../wording';
import { agentLevel } from './agentLevel';
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
    guarded('portal', () => portalLevel(policySet.portal, facts)),
    ...documents,
    guarded('agent', () => agentLevel(facts)),
  ];
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

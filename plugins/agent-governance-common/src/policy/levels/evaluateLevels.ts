import { Facts, LevelResult } from '../../model';
import { PolicySet } from '../PolicySet';
import { plainText } from '../wording';
import { agentLevel } from './agentLevel';
import { portalLevel } from './portalLevel';
import { stopsLevel } from './stopsLevel';

type LevelProducer = (policySet: PolicySet, facts: Facts) => LevelResult;

/** Who may speak, in the order shown to people. A further level is one more line. */
const PRODUCERS: ReadonlyArray<[LevelResult['level'], LevelProducer]> = [
  ['stops', (_, facts) => stopsLevel(facts)],
  ['portal', ({ portal }, facts) => portalLevel(portal, facts)],
  ['agent', (_, facts) => agentLevel(facts)],
];

/** Asks every level; none short-circuits another, so that the explanation is complete. */
export function evaluateLevels(
  policySet: PolicySet,
  facts: Facts,
): LevelResult[] {
  return PRODUCERS.map(([level, produce]) => {
    try {
      return produce(policySet, facts);
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
  });
}

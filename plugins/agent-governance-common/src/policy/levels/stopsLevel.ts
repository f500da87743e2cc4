import { Facts, LevelResult, RuleResult } from '../../model';
import { readFact } from '../facts';
import { describeStop, notKnown } from '../wording';

/**
 * What stops in force say: nothing may run.
 *
 * Above every level of policy, and the first line of every trace: whatever any level grants, a stop denies
 * until people have released it. Whether there is one must be known, or nothing is decided.
 *
 * @public
 */
export function stopsLevel(facts: Facts): LevelResult {
  const { value: stops, read } = readFact(facts, 'conditions.stops');
  if (stops === undefined) {
    const because = notKnown('whether a stop is in force', read);
    return {
      ...resultOf({ matched: 'unknown', because, reads: [read] }),
      couldNotEvaluate: because,
    };
  }
  return resultOf({
    matched: stops.length > 0,
    because:
      stops.length > 0
        ? stops.map(describeStop).join(', and ')
        : 'no stop is in force',
    reads: [read],
  });
}

function resultOf(
  rule: Pick<RuleResult, 'matched' | 'because' | 'reads'>,
): LevelResult {
  return {
    level: 'stops',
    granted: false,
    effect: rule.matched === true ? 'deny' : 'none',
    because: rule.because,
    policies: [
      {
        id: 'stops',
        title: 'Stops in force',
        rules: [{ name: 'stop', effect: 'deny', ...rule }],
      },
    ],
  };
}

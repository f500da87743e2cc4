import { Checkpoint, Facts } from '../model';
import { checkpointsFor } from './checkpointsFor';
import { DecisionCore } from './DecisionCore';
import { readFact } from './facts';
import { Combination, combineLevels } from './levels';
import { evaluateLevels } from './levels/evaluateLevels';
import { ENGINE_VERSION, PolicySet, policySetDigest } from './PolicySet';
import { RULES_VERSION } from './rules';

const NOBODY_TO_ASK: Combination = {
  verdict: 'deny',
  reason: 'could-not-evaluate',
  because:
    'Could not evaluate: a person would have to look, and it is not known who owns the target.',
};

/**
 * Decides one request: a pure function of the policy set and the sealed facts.
 *
 * No clock, no I/O, no randomness; the same inputs give the same decision byte for byte, today and
 * in a replay years later. Whatever cannot be established makes the verdict stricter, never looser.
 * Throws only for a policy set that is no JSON.
 *
 * @public
 */
export function decide(policySet: PolicySet, facts: Facts): DecisionCore {
  const levels = evaluateLevels(policySet, facts);
  const combination = combineLevels({
    levels,
    requiredLevels: requiredLevelsFor(policySet, facts),
    problem: problemWith(policySet, facts),
  });
  const checkpoints =
    combination.verdict === 'hold'
      ? checkpointsFor(policySet.defaultCheckpoint, facts)
      : [];
  return {
    ...verdictOf(combination, checkpoints),
    effectiveAt: readFact(facts, 'time.now').value ?? 'unknown',
    policySetDigest: policySetDigest(policySet),
    engineVersion: ENGINE_VERSION,
    levels,
  };
}

function verdictOf(
  combination: Combination,
  checkpoints: Checkpoint[] | undefined,
): Combination & { checkpoints: Checkpoint[] } {
  return checkpoints
    ? { ...combination, checkpoints }
    : { ...NOBODY_TO_ASK, checkpoints: [] };
}

/** Agreement of several levels is asked for actions that change something, or might. */
function requiredLevelsFor(policySet: PolicySet, facts: Facts) {
  return readFact(facts, 'action.mutates').value === false
    ? []
    : policySet.requiredLevels;
}

/** What keeps this engine from deciding at all, however the levels turn out. */
function problemWith(policySet: PolicySet, facts: Facts): string | undefined {
  if (policySet.engineVersion !== ENGINE_VERSION) {
    return `the policy set was made for version ${policySet.engineVersion} of the engine, and this is ${ENGINE_VERSION}`;
  }
  if (policySet.rulesVersion !== RULES_VERSION) {
    return 'the policy set was made for other versions of the rules';
  }
  if (facts.schemaVersion !== 1) {
    return 'the facts are of another version';
  }
  if (readFact(facts, 'time.now').value === undefined) {
    return 'it is not known what time it is';
  }
  return undefined;
}

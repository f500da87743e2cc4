import { Checkpoint, Facts, LevelResult, ShadowResult } from '../model';
import { checkpointsFor } from './checkpointsFor';
import { DecisionCore } from './DecisionCore';
import { isDocumentLevel } from './documents';
import { readFact } from './facts';
import { NO_POLICIES, PolicyIndex } from './policies';
import { Combination, combineLevels } from './levels';
import { documentLevels, evaluateDocuments } from './levels/documentLevels';
import { evaluateLevels } from './levels/evaluateLevels';
import { PolicyOutcome } from './levels/evaluatePolicy';
import { levelOf } from './levels/levelOf';
import {
  ENGINE_VERSION,
  PolicySet,
  policySetDigest,
  UNKNOWN_POLICIES,
} from './PolicySet';
import { RULES_VERSION } from './rules';

type Conclusion = Combination & { checkpoints: Checkpoint[] };

/** Secrets are never stored, so what takes them cannot wait for anybody. */
function cannotWait(facts: Facts): Conclusion {
  const isKnown = readFact(facts, 'action.takesSecrets').value !== undefined;
  return {
    verdict: 'deny',
    checkpoints: [],
    ...(isKnown
      ? {
          reason: 'denied',
          because:
            'Denied: a person would have to approve first, and the action takes secrets; they are never stored, so it cannot be held.',
        }
      : {
          reason: 'could-not-evaluate',
          because:
            'Could not evaluate: a person would have to approve first, and it is not known whether the action takes secrets, which are never stored.',
        }),
  };
}

const NOBODY_TO_ASK: Conclusion = {
  verdict: 'deny',
  reason: 'could-not-evaluate',
  because:
    'Could not evaluate: a person would have to look, and it is not known who owns the target.',
  checkpoints: [],
};

/**
 * Decides one request: a pure function of the policy set, its documents and the sealed facts.
 *
 * No clock, no I/O, no randomness; the same inputs give the same decision byte for byte, today and
 * in a replay years later. Whatever cannot be established makes the verdict stricter, never looser.
 * Throws only for a policy set that is no JSON.
 *
 * @param index - the documents that `policySet.policies` names; with any others nothing is decided.
 * @public
 */
export function decide(
  policySet: PolicySet,
  facts: Facts,
  index: PolicyIndex = NO_POLICIES,
): DecisionCore {
  const isNamed = policySet.policies?.digest === index.digest;
  const spoken = evaluateDocuments(isNamed ? index : NO_POLICIES, facts);
  const problem = problemWith(policySet, facts, isNamed) ?? spoken.problem;
  const levels = evaluateLevels(
    policySet,
    facts,
    documentLevels(spoken.enforced),
  );
  const requiredLevels = requiredLevelsFor(policySet, facts);

  const conclude = (
    said: LevelResult[],
    outcomes: readonly PolicyOutcome[],
  ): Conclusion => {
    const combination = combineLevels({
      levels: said,
      requiredLevels,
      problem,
    });
    if (combination.verdict !== 'hold') {
      return { ...combination, checkpoints: [] };
    }
    if (readFact(facts, 'action.takesSecrets').value !== false) {
      return cannotWait(facts);
    }
    const checkpoints = checkpointsFor(
      policySet.defaultCheckpoint,
      { levels: said, outcomes },
      facts,
    );
    return checkpoints ? { ...combination, checkpoints } : NOBODY_TO_ASK;
  };

  return {
    ...conclude(levels, spoken.enforced),
    effectiveAt: readFact(facts, 'time.now').value ?? 'unknown',
    policySetDigest: policySetDigest(policySet),
    engineVersion: ENGINE_VERSION,
    levels,
    shadow: spoken.shadow.map((outcome): ShadowResult => {
      const { level } = outcome.entry;
      const enforced = [...spoken.enforced, outcome];
      const documents = documentLevels(enforced);
      return {
        level,
        policy: outcome.result,
        effect: levelOf(level, [outcome]).effect,
        verdict: conclude(withDocuments(levels, documents), enforced).verdict,
      };
    }),
  };
}

/** The same levels, with others of those that documents speak for. */
function withDocuments(
  levels: readonly LevelResult[],
  documents: readonly LevelResult[],
): LevelResult[] {
  const fixed = levels.filter(({ level }) => !isDocumentLevel(level));
  return [...fixed, ...documents];
}

/** Agreement of several levels is asked for actions that change something, or might. */
function requiredLevelsFor(policySet: PolicySet, facts: Facts) {
  return readFact(facts, 'action.mutates').value === false
    ? []
    : policySet.requiredLevels;
}

/** What keeps this engine from deciding at all, however the levels turn out. */
function problemWith(
  policySet: PolicySet,
  facts: Facts,
  isNamed: boolean,
): string | undefined {
  if (policySet.engineVersion !== ENGINE_VERSION) {
    return `the policy set was made for version ${policySet.engineVersion} of the engine, and this is ${ENGINE_VERSION}`;
  }
  if (policySet.rulesVersion !== RULES_VERSION) {
    return 'the policy set was made for other versions of the rules';
  }
  if (!isNamed) {
    return policySet.policies?.digest === UNKNOWN_POLICIES
      ? 'it is not known just now which policies decide'
      : 'the policies at hand are not those that the policy set names';
  }
  if (facts.schemaVersion !== 1) {
    return 'the facts are of another version';
  }
  if (readFact(facts, 'time.now').value === undefined) {
    return 'it is not known what time it is';
  }
  return undefined;
}

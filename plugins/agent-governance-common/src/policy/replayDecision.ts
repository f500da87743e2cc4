import { Facts, ReviewersFound } from '../model';
import { applyReviewers } from './applyReviewers';
import { decide } from './decide';
import type { DecisionCore } from './DecisionCore';
import { NO_POLICIES, PolicyIndex } from './policies';
import { PolicySet } from './PolicySet';

/**
 * Makes a decision again from what was stored with it. Nothing else is needed, and nothing else
 * is looked at: the result is the recorded decision, bit for bit, or the record is wrong.
 *
 * @param recorded - `policies` are the documents the policy set names, read back with `readPolicies`; absent where
 *   there were none. `reviewers` exactly as in the recorded decision; absent where it has none.
 * @public
 */
export function replayDecision(recorded: {
  policySet: PolicySet;
  facts: Facts;
  policies?: PolicyIndex;
  reviewers?: ReviewersFound;
}): DecisionCore {
  return applyReviewers(
    decide(
      recorded.policySet,
      recorded.facts,
      recorded.policies ?? NO_POLICIES,
    ),
    recorded.reviewers,
  );
}

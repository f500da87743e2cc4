/**
 * The decision engine: pure and isomorphic. Sealed facts and a policy set in, a decision with its complete trace out.
 *
 * @packageDocumentation
 */

export { FALLBACK_REVIEWERS, applyReviewers } from './applyReviewers';
export * from './changes';
export * from './authority';
export * from './checkpoints';
export * from './coverage';
export * from './criteria';
export { decide } from './decide';
export type { DecisionCore } from './DecisionCore';
export * from './documents';
export * from './drafts';
export * from './effects';
export * from './expressions';
export { findUnblockSteps, reviewSteps } from './unblock';
export * from './facts';
export * from './fixtures';
export * from './policies';
export * from './levels';
export {
  ENGINE_VERSION,
  POLICY_SET_DOMAIN,
  policySetDigest,
  UNKNOWN_POLICIES,
} from './PolicySet';
export type { DefaultCheckpoint, PolicySet, PortalAnswer } from './PolicySet';
export type { PolicyProblem } from './PolicyProblem';
export { replayDecision } from './replayDecision';
export * from './replays';
export { portalAnswer } from './portalAnswer';
export * from './organization';
export * from './overrides';
export * from './rules';
export { describeStop, describeStopScope } from './wording';
export { ternaryAnd, ternaryNot, ternaryOr } from './ternary';

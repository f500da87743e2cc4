/**
 * The decision engine: pure and isomorphic. Sealed facts and a policy set in, a decision with its complete trace out.
 *
 * @packageDocumentation
 */

export { applyReviewers } from './applyReviewers';
export { compareStrictness } from './compareStrictness';
export * from './criteria';
export { decide } from './decide';
export type { DecisionCore } from './DecisionCore';
export * from './documents';
export { findUnblockSteps } from './unblock';
export * from './expressions';
export * from './facts';
export * from './policies';
export * from './levels';
export { ENGINE_VERSION, policySetDigest, UNKNOWN_POLICIES } from './PolicySet';
export type { DefaultCheckpoint, PolicySet, PortalAnswer } from './PolicySet';
export type { PolicyProblem } from './PolicyProblem';
export { replayDecision } from './replayDecision';
export { portalAnswer } from './portalAnswer';
export * from './rules';
export { describeStopScope } from './wording';
export { ternaryAnd, ternaryNot, ternaryOr } from './ternary';

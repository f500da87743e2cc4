export type { Approval } from './Approval';
export { approvalsCarry } from './approvalsCarry';
export { countReviewers } from './countReviewers';
export { neverCounted } from './neverCounted';
export { reviewProgress } from './reviewProgress';
export { satisfiability } from './satisfiability';
export type { CheckpointTerms, Satisfiability } from './satisfiability';
export { quorumMet, seatingOf } from './seatingOf';

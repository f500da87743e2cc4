export { findUnblockSteps } from './findUnblockSteps';
export { reviewSteps } from './reviewSteps';

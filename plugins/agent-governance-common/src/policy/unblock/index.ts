export { findUnblockSteps } from './findUnblockSteps';

export type { CoveredAction, CoveredEnvironment } from './CoveredAction';
export { describeDependency } from './describeDependency';
export { findCheckpointCoverage } from './findCheckpointCoverage';
export { joinCheckpointCoverage } from './joinCheckpointCoverage';

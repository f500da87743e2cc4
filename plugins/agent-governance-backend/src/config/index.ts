export { readGovernanceConfig } from './readGovernanceConfig';

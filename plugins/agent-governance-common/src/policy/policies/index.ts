export { compilePolicies, NO_POLICIES } from './compilePolicies';
export { policiesOver } from './policiesOver';
export type { PolicyIndex } from './PolicyIndex';
export type { PolicyManifest } from './PolicyManifest';
export { readPolicies } from './readPolicies';

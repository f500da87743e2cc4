export { policyEntityOf } from './policyEntityOf';
export { writePolicyFile } from './writePolicyFile';

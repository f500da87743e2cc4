export { policyEffectsOf } from './policyEffectsOf';

export { PendingPolicies } from './PendingPolicies';

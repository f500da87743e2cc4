export { PolicyTrial } from './PolicyTrial';
export { TrialActions } from './TrialActions';

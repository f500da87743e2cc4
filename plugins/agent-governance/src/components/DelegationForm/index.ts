export { DelegationForm } from './DelegationForm';

export { DelegationForm } from './DelegationForm';
export { actionChoices } from './actionChoices';

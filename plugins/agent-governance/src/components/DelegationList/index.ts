export { DelegationList } from './DelegationList';

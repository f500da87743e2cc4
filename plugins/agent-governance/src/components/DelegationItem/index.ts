export { DelegationItem } from './DelegationItem';

export { RevokeDelegationDialog } from './RevokeDelegationDialog';

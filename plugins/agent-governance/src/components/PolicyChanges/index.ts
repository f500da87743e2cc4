export { PolicyChanges } from './PolicyChanges';
export { ProposedChange } from './ProposedChange';

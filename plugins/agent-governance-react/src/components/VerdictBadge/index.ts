export * from './VerdictBadge';
export { wasApproved } from './wasApproved';

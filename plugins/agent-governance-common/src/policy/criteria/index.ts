export { CriteriaError } from './CriteriaError';
export { walkCriteria } from './walkCriteria';

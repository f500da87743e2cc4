export * from './CriteriaTree';

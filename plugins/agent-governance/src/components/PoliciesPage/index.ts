export * from './PoliciesPage';

export * from './PolicyTrouble';
export { PolicyProblems } from './PolicyProblems';

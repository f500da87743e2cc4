export * from './PolicyTrouble';

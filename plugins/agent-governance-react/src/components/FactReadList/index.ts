export * from './FactReadList';

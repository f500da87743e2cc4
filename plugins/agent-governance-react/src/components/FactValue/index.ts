export * from './FactValue';

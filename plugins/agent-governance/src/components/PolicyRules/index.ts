export * from './PolicyRules';

export * from './DecisionFacts';

export * from './DecisionPath';

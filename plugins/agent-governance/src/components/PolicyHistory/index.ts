export * from './PolicyHistory';

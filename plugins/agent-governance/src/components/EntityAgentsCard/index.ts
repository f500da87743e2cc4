export * from './EntityAgentsCard';

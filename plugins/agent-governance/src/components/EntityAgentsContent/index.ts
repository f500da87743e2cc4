export * from './EntityAgentsContent';

export * from './AgentStanding';

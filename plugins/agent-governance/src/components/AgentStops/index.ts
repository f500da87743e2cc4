export { AgentStops } from './AgentStops';

export { AgentReach } from './AgentReach';

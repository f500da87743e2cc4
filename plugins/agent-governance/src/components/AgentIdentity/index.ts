export { AgentIdentity } from './AgentIdentity';

export { AgentDelegations } from './AgentDelegations';

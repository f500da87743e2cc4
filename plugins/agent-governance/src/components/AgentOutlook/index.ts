export { AgentOutlook } from './AgentOutlook';

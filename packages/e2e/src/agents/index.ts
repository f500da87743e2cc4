export { demoAgents, makeAgentKeys } from './agentKeys';
export type { DemoAgent } from './agentKeys';
export { asAgent } from './asAgent';
export type { AgentSession } from './AgentSession';

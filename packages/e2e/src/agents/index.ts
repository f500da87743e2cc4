export { asAgent } from './asAgent';
export type { AgentSession } from './AgentSession';

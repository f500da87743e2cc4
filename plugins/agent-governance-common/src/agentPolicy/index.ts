export * from './constants';
export type { AgentPolicyEntity } from './AgentPolicyEntity';
export { agentPolicyEntitySchema } from './agentPolicyEntitySchema';
export { isAgentPolicyEntity } from './isAgentPolicyEntity';

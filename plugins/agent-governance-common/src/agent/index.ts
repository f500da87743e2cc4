export * from './constants';
export type { AgentEntity, AgentLifecycle } from './AgentEntity';
export type {
  AgentEcPublicKey,
  AgentKeyAlgorithm,
  AgentOkpPublicKey,
  AgentPublicKey,
  AgentRsaPublicKey,
} from './AgentPublicKey';
export { agentEntitySchema } from './agentEntitySchema';
export { agentPublicKeySchema } from './agentPublicKeySchema';
export { isActiveAgent } from './isActiveAgent';
export { isAgentEntity } from './isAgentEntity';
export { isAgentRef } from './isAgentRef';
export { jwkThumbprint } from './jwkThumbprint';
export { readAgentKeys, type AgentKey } from './readAgentKeys';

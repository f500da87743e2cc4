export * from './constants';
export type { AgentEntity, AgentLifecycle } from './AgentEntity';
export type {
  AgentEcPublicKey,
  AgentKeyAlgorithm,
  AgentOkpPublicKey,
  AgentPublicKey,
  AgentRsaPublicKey,
} from './AgentPublicKey';
export type { AgentFederatedIdentity } from './AgentFederatedIdentity';
export { agentEntitySchema } from './agentEntitySchema';
export { agentPublicKeySchema } from './agentPublicKeySchema';
export { isActiveAgent } from './isActiveAgent';
export { isAgentEntity } from './isAgentEntity';
export { isAgentRef } from './isAgentRef';
export { jwkThumbprint } from './jwkThumbprint';
export { readFederatedIdentities } from './readFederatedIdentities';
export { readAgentKeys, type AgentKey } from './readAgentKeys';

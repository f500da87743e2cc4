export { AGENT_FEDERATED_CLAIM, AGENT_KEY_CLAIM } from './agentClaims';
export { readAgentProof, toAgentProofClaims } from './agentProofClaims';
export type { AgentProof, FederatedProof } from './AgentProof';
export { agentStandingServiceRef } from './agentStandingServiceRef';
export type { AgentStandingService } from './AgentStandingService';
export { MAX_STANDING_AGE_MS } from './AgentStanding';
export type {
  AgentStandingAnswer,
  AgentStandingFailure,
  FallenAgent,
  StandingAgent,
} from './AgentStandingAnswer';
export { judgeAgentTrust, type AgentTrust } from './judgeAgentTrust';
export { judgePolicyTrust, type PolicyTrust } from './judgePolicyTrust';
export type { FederatedIssuer } from './FederatedIssuer';
export { matchesGlob } from './matchesGlob';
export { readFederation } from './readFederation';
export { readTrust } from './readTrust';
export { toStandingError } from './toStandingError';
export { withDeadline } from './withDeadline';
export { TRUSTED_KINDS, type TrustRule } from './TrustRule';

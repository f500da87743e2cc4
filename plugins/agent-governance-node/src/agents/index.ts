export { AGENT_KEY_CLAIM } from './agentKeyClaim';
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
export { matchesGlob } from './matchesGlob';
export { readTrust } from './readTrust';
export { toStandingError } from './toStandingError';
export { withDeadline } from './withDeadline';
export { TRUSTED_KINDS, type TrustRule } from './TrustRule';

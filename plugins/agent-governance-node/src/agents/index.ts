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
export { matchesGlob } from './matchesGlob';
export { readTrust } from './readTrust';
export { toStandingError } from './toStandingError';
export { TRUSTED_KINDS, TRUSTED_LEVELS, type TrustRule } from './TrustRule';

export type { AgentOAuthConfig } from './AgentOAuthConfig';
export type {
  AgentOAuthService,
  AgentProtectedResource,
} from './AgentOAuthService';
export { agentOAuthServiceRef } from './agentOAuthServiceRef';
export { AGENT_OAUTH_SCOPE } from './DefaultAgentOAuthService';
export { readAgentOAuth } from './readAgentOAuth';

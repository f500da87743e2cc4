import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { AgentOAuthService } from './AgentOAuthService';
import { DefaultAgentOAuthService } from './DefaultAgentOAuthService';
import { readAgentOAuth } from './readAgentOAuth';

/**
 * Tells agents' OAuth clients where to sign in.
 *
 * @remarks
 *
 * Reads `agentGovernance.oauth` when the backend starts; a wrong value there stops the start.
 *
 * @public
 */
export const agentOAuthServiceRef = createServiceRef<AgentOAuthService>({
  id: 'agent-governance.agent-oauth',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      createRootContext: ({ config }) => readAgentOAuth(config),
      factory: ({ discovery }, config) =>
        DefaultAgentOAuthService.create({ config, discovery }),
    }),
});

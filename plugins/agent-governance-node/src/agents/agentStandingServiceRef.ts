import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { AgentStanding, MAX_STANDING_AGE_MS } from './AgentStanding';
import { AgentStandingService } from './AgentStandingService';
import { CachedEntityReader } from './CachedEntityReader';
import { readFederation } from './readFederation';
import { readTrust } from './readTrust';

const MAX_REMEMBERED_AGENTS = 1_000;

/**
 * Whether agents may act, with one memory of at most five seconds for all plugins of a process.
 *
 * @remarks
 *
 * Reads `agentGovernance.trust` and `agentGovernance.federation` when the backend starts; a wrong value there stops the start.
 *
 * @public
 */
export const agentStandingServiceRef = createServiceRef<AgentStandingService>({
  id: 'agent-governance.agent-standing',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        auth: coreServices.auth,
        logger: coreServices.logger,
        catalog: catalogServiceRef,
      },
      createRootContext({ config }) {
        const now = () => performance.now();
        return {
          now,
          trust: readTrust(config),
          issuers: readFederation(config),
          reader: CachedEntityReader.create({
            now,
            maxAgeMs: MAX_STANDING_AGE_MS,
            maxEntries: MAX_REMEMBERED_AGENTS,
          }),
        };
      },
      factory({ auth, catalog, logger }, context) {
        return AgentStanding.create({ auth, catalog, logger, ...context });
      },
    }),
});

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AgentStandingService,
  FederatedIssuer,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { FederatedAgentFinder } from './FederatedAgentFinder';
import { Federation } from './Federation';
import { fetchIssuerKeys } from './fetchIssuerKeys';
import { IssuerKeys } from './IssuerKeys';

/** Puts together what it takes to believe the configured issuers. */
export function createFederation(options: {
  issuers: readonly FederatedIssuer[];
  catalog: CatalogService;
  auth: AuthService;
  standing: AgentStandingService;
  logger: LoggerService;
}): Federation {
  const { issuers, logger } = options;
  return Federation.create({
    issuers,
    keysOf: issuer =>
      IssuerKeys.create({
        issuer,
        fetch: fetchIssuerKeys,
        logger,
        now: () => performance.now(),
      }),
    agents: FederatedAgentFinder.create(options),
  });
}

import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  AgentStandingService,
  FederatedIssuer,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { ActionRegistry } from '../actions/ActionRegistry';
import { GovernanceConfig } from '../GovernanceConfig';
import { DefaultIdentityService } from '../service/identity/DefaultIdentityService';
import { SignIns } from '../service/identity/SignIns';
import { DefaultOutlookService } from '../service/outlook/DefaultOutlookService';
import { Foresight } from '../service/outlook/Foresight';
import { DefaultReachService } from '../service/reach/DefaultReachService';

/** What there is to know of agents before they ask: who they are, and what they could do. */
export function createAgents(deps: {
  foresight: Foresight;
  auth: AuthService;
  discovery: DiscoveryService;
  standing: AgentStandingService;
  issuers: FederatedIssuer[];
  actions: ActionRegistry;
  config: GovernanceConfig;
  logger: LoggerService;
  now: () => Date;
}) {
  const { environments } = deps.config;
  return {
    outlooks: DefaultOutlookService.create({
      ...deps,
      environments,
    }),
    reach: DefaultReachService.create({ ...deps, environments }),
    identity: DefaultIdentityService.create({
      ...deps,
      signIns: SignIns.create(deps),
    }),
  };
}

import {
  AuditorService,
  AuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizedActionRequestService } from '../service/requests/AuthorizedActionRequestService';
import { AuthorizedConditionService } from '../service/conditions/AuthorizedConditionService';
import { AuthorizedContextService } from '../service/context/AuthorizedContextService';
import { GovernanceConfig } from '../GovernanceConfig';
import { AuthorizedDelegationService } from '../service/delegations/AuthorizedDelegationService';
import { AuthorizedCoverageService } from '../service/coverage/AuthorizedCoverageService';
import { DefaultCoverageService } from '../service/coverage/DefaultCoverageService';
import { AuthorizedFreezeService } from '../service/freezes/AuthorizedFreezeService';
import { AuthorizedOutlookService } from '../service/outlook/AuthorizedOutlookService';
import { AuthorizedIdentityService } from '../service/identity/AuthorizedIdentityService';
import { DefaultIdentityService } from '../service/identity/DefaultIdentityService';
import { AuthorizedReachService } from '../service/reach/AuthorizedReachService';
import { DefaultReachService } from '../service/reach/DefaultReachService';
import { AuthorizedOrganizationService } from '../service/organization/AuthorizedOrganizationService';
import { AuthorizedLedgerService } from '../service/ledger/AuthorizedLedgerService';
import { AuthorizedMcpServerService } from '../service/mcp/AuthorizedMcpServerService';
import { AuthorizedPolicyInsightService } from '../service/policies/AuthorizedPolicyInsightService';
import { AuthorizedPolicyService } from '../service/policies/AuthorizedPolicyService';
import { AuthorizedSimulationService } from '../service/simulations/AuthorizedSimulationService';
import { DefaultSimulationService } from '../service/simulations/DefaultSimulationService';
import { SimulationGate } from '../service/simulations/SimulationGate';
import { DefaultPolicyInsightService } from '../service/policies/DefaultPolicyInsightService';
import { AuthorizedReplayService } from '../service/replays/AuthorizedReplayService';
import { DefaultReplayService } from '../service/replays/DefaultReplayService';
import { AuthorizedStopService } from '../service/stops/AuthorizedStopService';
import {
  ActionCallService,
  ActionRequestService,
  ConditionService,
  ContextService,
  DelegationService,
  DirectoryService,
  EntityVisibility,
  FreezeService,
  LedgerService,
  McpServerService,
  OrganizationService,
  OutlookService,
  PeopleDirectory,
  PolicyService,
  StopService,
} from '../service/types';
import { AgentOwners } from '../service/visibility/AgentOwners';
import { PortalCoverage } from '../portal/PortalCoverage';
import { LedgerReaders } from '../service/visibility/LedgerReaders';

/** Puts in front of every service who may see what. Doors are given these, and never the plain ones. */
export function authorizeServices(options: {
  services: {
    actionCalls: ActionCallService;
    actionRequests: ActionRequestService;
    conditions: ConditionService;
    context: ContextService;
    delegations: DelegationService;
    portalCoverage: PortalCoverage;
    directory: DirectoryService;
    freezes: FreezeService;
    identity: DefaultIdentityService;
    ledger: LedgerService;
    mcpServers: McpServerService;
    organization: OrganizationService;
    outlooks: OutlookService;
    policies: PolicyService;
    policyInsights: DefaultPolicyInsightService;
    reach: DefaultReachService;
    replays: DefaultReplayService;
    simulations: DefaultSimulationService;
    stops: StopService;
    visibility: EntityVisibility;
    people: PeopleDirectory;
  };
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  config: GovernanceConfig;
  now: () => Date;
}) {
  const { services } = options;
  const {
    actionRequests,
    conditions,
    context,
    directory,
    freezes,
    ledger,
    outlooks,
    stops,
  } = services;
  const sources = {
    visibility: services.visibility,
    owners: AgentOwners.create({ ...options, people: services.people }),
    readers: LedgerReaders.create(options),
  };
  const policyInsights = AuthorizedPolicyInsightService.create({
    insights: services.policyInsights,
    permissions: options.permissions,
    sources,
  });
  const mcpServers = AuthorizedMcpServerService.create({
    mcpServers: services.mcpServers,
    sources,
  });
  return {
    // An agent sees of its calls what it sees of its requests: all of it.
    actionCalls: services.actionCalls,
    actionRequests: AuthorizedActionRequestService.create({
      actionRequests,
      sources,
    }),
    conditions: AuthorizedConditionService.create({
      ...options,
      conditions,
      sources,
    }),
    context: AuthorizedContextService.create({ context, sources }),
    delegations: AuthorizedDelegationService.create({
      ...options,
      delegations: services.delegations,
      people: services.people,
      sources,
    }),
    freezes: AuthorizedFreezeService.create({ freezes, sources }),
    stops: AuthorizedStopService.create({ stops, sources }),
    // Lists with the caller's own credentials, so there is nothing left to hide.
    directory,
    organization: AuthorizedOrganizationService.create({
      organization: services.organization,
      permissions: options.permissions,
    }),
    outlooks: AuthorizedOutlookService.create({ outlooks, sources }),
    reach: AuthorizedReachService.create({ reach: services.reach, sources }),
    simulations: AuthorizedSimulationService.create({
      simulations: services.simulations,
      permissions: options.permissions,
      sources,
      gate: SimulationGate.create(options),
    }),
    identity: AuthorizedIdentityService.create({
      identity: services.identity,
      people: services.people,
      admins: options.config.admins,
      sources,
    }),
    ledger: AuthorizedLedgerService.create({ ledger, actionRequests, sources }),
    mcpServers,
    coverage: AuthorizedCoverageService.create({
      coverage: DefaultCoverageService.create({
        portal: services.portalCoverage,
        mcpServers,
      }),
      readers: sources.readers,
    }),
    policyInsights,
    replays: AuthorizedReplayService.create({
      ...options,
      replays: services.replays,
      people: services.people,
      sources,
    }),
    policies: AuthorizedPolicyService.create({
      policies: services.policies,
      effects: policyInsights,
      permissions: options.permissions,
      sources,
    }),
  };
}

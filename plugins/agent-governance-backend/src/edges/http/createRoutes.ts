import {
  ActionCallService,
  ActionRequestService,
  ConditionService,
  ContextService,
  DelegationService,
  CoverageService,
  DirectoryService,
  FreezeService,
  IdentityService,
  LedgerService,
  McpServerService,
  OrganizationService,
  OutlookService,
  PolicyInsightService,
  PolicyService,
  ReachService,
  ReplayService,
  SimulationService,
  StopService,
} from '../../service/types';
import { actionRequestRoutes } from './actionRequestRoutes';
import { agentRoutes } from './agentRoutes';
import { conditionRoutes } from './conditionRoutes';
import { contextRoutes } from './contextRoutes';
import { delegationRoutes } from './delegationRoutes';
import { coverageRoutes } from './coverageRoutes';
import { directoryRoutes } from './directoryRoutes';
import { freezeRoutes } from './freezeRoutes';
import { ledgerRoutes } from './ledgerRoutes';
import { mcpServerRoutes } from './mcpServerRoutes';
import { organizationRoutes } from './organizationRoutes';
import { outlookRoutes } from './outlookRoutes';
import { policyInsightRoutes } from './policyInsightRoutes';
import { policyRoutes } from './policyRoutes';
import { replayRoutes } from './replayRoutes';
import { reviewRoutes } from './reviewRoutes';
import { Route } from './Route';
import { simulationRoutes } from './simulationRoutes';
import { stopRoutes } from './stopRoutes';

export interface RouteServices {
  actionCalls: ActionCallService;
  actionRequests: ActionRequestService;
  conditions: ConditionService;
  context: ContextService;
  delegations: DelegationService;
  coverage: CoverageService;
  directory: DirectoryService;
  freezes: FreezeService;
  identity: IdentityService;
  ledger: LedgerService;
  mcpServers: McpServerService;
  organization: OrganizationService;
  outlooks: OutlookService;
  policies: PolicyService;
  policyInsights: PolicyInsightService;
  reach: ReachService;
  replays: ReplayService;
  simulations: SimulationService;
  stops: StopService;
}

/** Every route of the plugin, one for each operation of the contract. */
export function createRoutes(services: RouteServices): Route[] {
  return [
    ...actionRequestRoutes(services),
    ...reviewRoutes(services),
    ...contextRoutes(services),
    ...conditionRoutes(services),
    ...freezeRoutes(services),
    ...policyRoutes(services),
    ...policyInsightRoutes(services),
    ...replayRoutes(services),
    ...stopRoutes(services),
    ...delegationRoutes(services),
    ...directoryRoutes(services),
    ...agentRoutes(services),
    ...coverageRoutes(services),
    ...ledgerRoutes(services),
    ...mcpServerRoutes(services),
    ...organizationRoutes(services),
    ...outlookRoutes(services),
    ...simulationRoutes(services),
  ];
}

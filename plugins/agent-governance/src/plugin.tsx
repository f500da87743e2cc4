import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiRobot2Line } from '@remixicon/react';
import { agentGovernanceApi } from './extensions/apis';
import { agentsEntityCard } from './extensions/entityCards';
import {
  agentsEntityContent,
  policyEntityContent,
  toolsEntityContent,
} from './extensions/entityContents';
import {
  agentsPage,
  approvalsPage,
  coveragePage,
  delegationsPage,
  freezesPage,
  ledgerPage,
  policiesPage,
  replaysPage,
  requestsPage,
  simulatorPage,
  sourcesPage,
  stopsPage,
} from './extensions/pages';
import { linksWrapper, queryWrapper } from './extensions/wrappers';
import {
  approvalsRouteRef,
  coverageRouteRef,
  delegationsRouteRef,
  entityAgentsRouteRef,
  freezesRouteRef,
  ledgerRouteRef,
  policiesRouteRef,
  replaysRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
  simulatorRouteRef,
  sourcesRouteRef,
  stopsRouteRef,
} from './routes';

/** @public */
export const agentGovernancePlugin = createFrontendPlugin({
  pluginId: 'agent-governance',
  title: 'Agents',
  icon: <RiRobot2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    approvals: approvalsRouteRef,
    requests: requestsRouteRef,
    request: requestRouteRef,
    freezes: freezesRouteRef,
    stops: stopsRouteRef,
    delegations: delegationsRouteRef,
    policies: policiesRouteRef,
    simulator: simulatorRouteRef,
    replays: replaysRouteRef,
    sources: sourcesRouteRef,
    coverage: coverageRouteRef,
    ledger: ledgerRouteRef,
    entity: entityAgentsRouteRef,
  },
  extensions: [
    agentGovernanceApi,
    queryWrapper,
    linksWrapper,
    agentsPage,
    approvalsPage,
    requestsPage,
    freezesPage,
    stopsPage,
    delegationsPage,
    policiesPage,
    simulatorPage,
    replaysPage,
    sourcesPage,
    coveragePage,
    ledgerPage,
    agentsEntityCard,
    agentsEntityContent,
    policyEntityContent,
    toolsEntityContent,
  ],
});

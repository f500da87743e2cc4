import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  approvalsRouteRef,
  coverageRouteRef,
  delegationsRouteRef,
  freezesRouteRef,
  ledgerRouteRef,
  policiesRouteRef,
  replaysRouteRef,
  requestsRouteRef,
  rootRouteRef,
  simulatorRouteRef,
  sourcesRouteRef,
  stopsRouteRef,
} from '../routes';

export const agentsPage = PageBlueprint.make({
  params: { path: '/agent-governance', routeRef: rootRouteRef },
});

export const approvalsPage = SubPageBlueprint.make({
  name: 'approvals',
  params: {
    path: 'approvals',
    title: 'Approvals',
    routeRef: approvalsRouteRef,
    loader: async () => {
      const { ApprovalsPage } = await import('../components/ApprovalsPage');
      return <ApprovalsPage />;
    },
  },
});

export const requestsPage = SubPageBlueprint.make({
  name: 'requests',
  params: {
    path: 'requests',
    title: 'Requests',
    routeRef: requestsRouteRef,
    loader: async () => {
      const { RequestsRouter } = await import('../components/RequestsRouter');
      return <RequestsRouter />;
    },
  },
});

export const freezesPage = SubPageBlueprint.make({
  name: 'freezes',
  params: {
    path: 'freezes',
    title: 'Freezes',
    routeRef: freezesRouteRef,
    loader: async () => {
      const { FreezesPage } = await import('../components/FreezesPage');
      return <FreezesPage />;
    },
  },
});

export const stopsPage = SubPageBlueprint.make({
  name: 'stops',
  params: {
    path: 'stops',
    title: 'Stops',
    routeRef: stopsRouteRef,
    loader: async () => {
      const { StopsPage } = await import('../components/StopsPage');
      return <StopsPage />;
    },
  },
});

export const delegationsPage = SubPageBlueprint.make({
  name: 'delegations',
  params: {
    path: 'delegations',
    title: 'Delegations',
    routeRef: delegationsRouteRef,
    loader: async () => {
      const { DelegationsPage } = await import('../components/DelegationsPage');
      return <DelegationsPage />;
    },
  },
});

export const policiesPage = SubPageBlueprint.make({
  name: 'policies',
  params: {
    path: 'policies',
    title: 'Policies',
    routeRef: policiesRouteRef,
    loader: async () => {
      const { PoliciesPage } = await import('../components/PoliciesPage');
      return <PoliciesPage />;
    },
  },
});

export const simulatorPage = SubPageBlueprint.make({
  name: 'simulator',
  params: {
    path: 'simulator',
    title: 'Simulator',
    routeRef: simulatorRouteRef,
    loader: async () => {
      const { SimulatorPage } = await import('../components/SimulatorPage');
      return <SimulatorPage />;
    },
  },
});

export const replaysPage = SubPageBlueprint.make({
  name: 'replays',
  params: {
    path: 'replays',
    title: 'Replays',
    routeRef: replaysRouteRef,
    loader: async () => {
      const { ReplaysPage } = await import('../components/ReplaysPage');
      return <ReplaysPage />;
    },
  },
});

export const sourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Sources',
    routeRef: sourcesRouteRef,
    loader: async () => {
      const { SourcesPage } = await import('../components/SourcesPage');
      return <SourcesPage />;
    },
  },
});

export const coveragePage = SubPageBlueprint.make({
  name: 'coverage',
  params: {
    path: 'coverage',
    title: 'Coverage',
    routeRef: coverageRouteRef,
    loader: async () => {
      const { CoveragePage } = await import('../components/CoveragePage');
      return <CoveragePage />;
    },
  },
});

export const ledgerPage = SubPageBlueprint.make({
  name: 'ledger',
  params: {
    path: 'ledger',
    title: 'Ledger',
    routeRef: ledgerRouteRef,
    loader: async () => {
      const { LedgerPage } = await import('../components/LedgerPage');
      return <LedgerPage />;
    },
  },
});

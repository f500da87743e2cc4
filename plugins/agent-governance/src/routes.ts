import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

/** The page `/agent-governance`. @public */
export const rootRouteRef = createRouteRef({ id: 'agent-governance' });

/** The approvals inbox. @public */
export const approvalsRouteRef = createRouteRef({
  id: 'agent-governance.approvals',
});

/** All requests. @public */
export const requestsRouteRef = createRouteRef({
  id: 'agent-governance.requests',
});

/** One request, and why it was decided as it was. @public */
export const requestRouteRef = createSubRouteRef({
  id: 'agent-governance.request',
  parent: requestsRouteRef,
  path: '/:id',
});

/** Freezes. @public */
export const freezesRouteRef = createRouteRef({
  id: 'agent-governance.freezes',
});

/** Stops. @public */
export const stopsRouteRef = createRouteRef({ id: 'agent-governance.stops' });

/** Delegations. @public */
export const delegationsRouteRef = createRouteRef({
  id: 'agent-governance.delegations',
});

/** Policies of the catalog. @public */
export const policiesRouteRef = createRouteRef({
  id: 'agent-governance.policies',
});

/** Trying out what would be decided. @public */
export const simulatorRouteRef = createRouteRef({
  id: 'agent-governance.simulator',
});

/** Replays of drafts over recorded decisions. @public */
export const replaysRouteRef = createRouteRef({
  id: 'agent-governance.replays',
});

/** Who tells the portal what is going on. @public */
export const sourcesRouteRef = createRouteRef({
  id: 'agent-governance.sources',
});

/** What of the portal is open to agents. @public */
export const coverageRouteRef = createRouteRef({
  id: 'agent-governance.coverage',
});

/** The ledger. @public */
export const ledgerRouteRef = createRouteRef({ id: 'agent-governance.ledger' });

/** The tab on an entity's page. @public */
export const entityAgentsRouteRef = createRouteRef({
  id: 'agent-governance.entity',
});

import { AgentGovernanceLinks } from '@agentgov/backstage-plugin-agent-governance-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { AGENTS_TAB, POLICY_TAB, TOOLS_TAB } from '../extensions/tabs';
import {
  approvalsRouteRef,
  delegationsRouteRef,
  freezesRouteRef,
  policiesRouteRef,
  simulatorRouteRef,
  stopsRouteRef,
} from '../routes';
import { simulatorSearch } from './simulatorSearch';

/** A page at one thing, named in the address. */
function pageAt(page: (() => string) | undefined, name: string) {
  return (
    page && ((id: string) => `${page()}?${new URLSearchParams({ [name]: id })}`)
  );
}

/** Where the pages of this plugin are in this portal. */
export function useLinks(): AgentGovernanceLinks {
  const freezes = useRouteRef(freezesRouteRef);
  const stops = useRouteRef(stopsRouteRef);
  const approvals = useRouteRef(approvalsRouteRef);
  const policies = useRouteRef(policiesRouteRef);
  const delegations = useRouteRef(delegationsRouteRef);
  const simulator = useRouteRef(simulatorRouteRef);
  const entityPage = useRouteRef(entityRouteRef);
  return useMemo(() => {
    // A tab cannot be reached by its own route from outside of the entity's page.
    const tabOf = (path: string) =>
      entityPage &&
      ((ref: string) =>
        `${entityPage(entityRouteParams(parseEntityRef(ref)))}${path}`);
    return {
      freeze: pageAt(freezes, 'freeze'),
      stop: pageAt(stops, 'release'),
      approval: pageAt(approvals, 'request'),
      policies,
      delegations,
      simulator:
        simulator && (start => `${simulator()}${simulatorSearch(start)}`),
      policy: tabOf(POLICY_TAB),
      agentsAt: tabOf(AGENTS_TAB),
      mcpTools: tabOf(TOOLS_TAB),
    };
  }, [freezes, stops, approvals, policies, delegations, simulator, entityPage]);
}

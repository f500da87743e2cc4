import { UnblockStep } from '@agentgov/backstage-plugin-agent-governance-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { AgentGovernanceLinks } from '../../links';

/** Where a step can be taken, and what to call the way there. */
export interface Way {
  href: string;
  text: string;
}

const way = (href: string | undefined, text: string): Way | undefined =>
  href === undefined ? undefined : { href, text };

function onThePageOf(entityRef: string, step: UnblockStep): string {
  const { name } = parseEntityRef(entityRef);
  return step.kind === 'context-renewed'
    ? `Renew it on the page of ${name}`
    : `See it on the page of ${name}`;
}

/**
 * The page where a step can be taken; nothing where there is none, or the portal does not have it.
 *
 * @param requestId - of the request that waits, if one does
 */
export function whereTo(
  step: UnblockStep,
  links: AgentGovernanceLinks,
  requestId?: string,
): Way | undefined {
  const { about, kind } = step;
  if (kind === 'review') {
    return requestId === undefined
      ? undefined
      : way(links.approval?.(requestId), 'See it among the approvals');
  }
  if (kind === 'owner-delegates') {
    return way(links.delegations?.(), 'See the delegations');
  }
  switch (about?.kind) {
    case 'freeze':
      return way(links.freeze?.(about.ref), 'See the freeze');
    case 'stop':
      return way(links.stop?.(about.ref), 'See the stop');
    case 'policy':
      return way(links.policy?.(about.ref), 'See the policy');
    case 'entity':
      return way(links.agentsAt?.(about.ref), onThePageOf(about.ref, step));
    default:
      return kind === 'grant'
        ? way(links.policies?.(), 'See the policies there are')
        : undefined;
  }
}

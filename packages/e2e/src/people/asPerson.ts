import { AgentGovernanceClient } from '@agentgov/backstage-plugin-agent-governance-common';
import { SharedPortal } from '../setup/sharedPortal';
import { Persona, personas } from './personas';

/** One of the demo's people, calling the portal without a browser. */
export interface PersonSession {
  /** What the pages call, too. */
  readonly api: AgentGovernanceClient;
  /** Like the global `fetch`, signed in. */
  readonly fetch: typeof fetch;
}

/** Signs in as one of the demo's people; for what a story needs but does not tell. */
export async function asPerson(
  portal: Pick<SharedPortal, 'url'>,
  persona: Persona,
): Promise<PersonSession> {
  const { ref } = personas[persona];
  const response = await fetch(`${portal.url}/api/auth/personas/refresh`, {
    headers: { 'X-Demo-Persona': ref, 'X-Requested-With': 'XMLHttpRequest' },
  });
  if (!response.ok) {
    throw new Error(`${ref} could not sign in (${response.status})`);
  }
  const { backstageIdentity } = await response.json();
  const signedIn: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${backstageIdentity.token}`);
    return fetch(input, { ...init, headers });
  };
  return {
    api: new AgentGovernanceClient({
      baseUrl: `${portal.url}/api/agent-governance`,
      fetch: signedIn,
    }),
    fetch: signedIn,
  };
}

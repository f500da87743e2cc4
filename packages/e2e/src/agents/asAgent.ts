import { AgentGovernanceClient } from '@agentgov/backstage-plugin-agent-governance-common';
import { SharedPortal } from '../setup/sharedPortal';
import { AgentSession } from './AgentSession';
import { signAssertion } from './signAssertion';

/**
 * Signs in as one of the demo's agents, with its own key, as the agent itself would.
 *
 * @param name - of the entity, such as `deploy-bot`
 */
export async function asAgent(
  portal: SharedPortal,
  name: string,
): Promise<AgentSession> {
  const ref = `agent:default/${name}`;
  const audience = `${portal.url}/api/auth`;
  const response = await fetch(`${audience}/agent/refresh`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-requested-with': 'XMLHttpRequest',
    },
    body: JSON.stringify({
      client_assertion: await signAssertion(portal, { ref, audience }),
    }),
  });
  if (!response.ok) {
    throw new Error(
      `${ref} could not sign in (${response.status}): ${await response.text()}`,
    );
  }
  const { backstageIdentity } = await response.json();
  const token: string = backstageIdentity.token;
  return { ref, token, api: createApi(portal, token) };
}

function createApi(portal: SharedPortal, token: string) {
  return new AgentGovernanceClient({
    baseUrl: `${portal.url}/api/agent-governance`,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${token}`);
      return fetch(input, { ...init, headers });
    },
  });
}

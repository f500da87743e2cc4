import { AgentGovernanceClient } from '@agentgov/backstage-plugin-agent-governance-common';
import { SharedPortal } from '../setup/sharedPortal';
import { AgentSession } from './AgentSession';
import { DemoAgent, readAgentKey } from './agentKeys';
import { signAssertion } from './signAssertion';

/** Signs in as one of the demo's agents, with its own key, as the agent itself would. */
export async function asAgent(
  portal: SharedPortal,
  name: DemoAgent,
): Promise<AgentSession> {
  const ref = `agent:default/${name}`;
  const audience = `${portal.url}/api/auth`;
  const assertion = await signAssertion({
    ref,
    audience,
    ...(await readAgentKey(portal.dataDir, name)),
  });
  const response = await fetch(`${audience}/agent/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ client_assertion: assertion }),
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

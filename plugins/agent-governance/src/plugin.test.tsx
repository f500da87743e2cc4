import { AgentGovernanceApi } from '@agentgov/backstage-plugin-agent-governance-common';
import { agentGovernanceApiRef } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  aRequest,
  agentGovernanceApiMock,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen } from '@testing-library/react';
import {
  ApiBlueprint,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';
import { createExtensionTester } from '@backstage/frontend-test-utils';
import { agentGovernanceApi } from './extensions/apis';
import { agentsPage } from './extensions/pages';
import { rootRouteRef } from './routes';
import {
  anEntity,
  renderOnEntity,
  renderPlugin,
} from './__testUtils__/renderPlugin';

describe('agentGovernancePlugin', () => {
  it('provides a client that goes through discovery and the host’s fetch', async () => {
    const { api, factory } = createExtensionTester(agentGovernanceApi).get(
      ApiBlueprint.dataRefs.factory,
    );
    expect(api.id).toBe(agentGovernanceApiRef.id);
    const fetchMock = jest.fn(
      async () => new Response(JSON.stringify({ items: [] })),
    );
    const client = factory({
      discoveryApi: { getBaseUrl: async (id: string) => `http://portal/${id}` },
      fetchApi: { fetch: fetchMock },
    }) as AgentGovernanceApi;
    await expect(client.listAgents()).resolves.toEqual([]);
    expect(fetchMock).toHaveBeenCalledWith(
      'http://portal/agent-governance/v1/agents',
      expect.anything(),
    );
  });

  it('has its page where the sidebar looks for one', () => {
    const tester = createExtensionTester(agentsPage);
    expect(tester.get(coreExtensionData.routePath)).toBe('/agent-governance');
    expect(tester.get(coreExtensionData.routeRef)).toBe(rootRouteRef);
  });

  it('opens on the approvals and offers the other pages', async () => {
    renderPlugin({ path: '/agent-governance', api: agentGovernanceApiMock() });
    expect(
      await screen.findByRole('heading', { name: 'Waiting for you' }),
    ).toBeInTheDocument();
    for (const tab of [
      'Approvals',
      'Requests',
      'Freezes',
      'Stops',
      'Delegations',
      'Policies',
      'Ledger',
    ]) {
      expect(screen.getByRole('tab', { name: tab })).toBeInTheDocument();
    }
  });

  it.each(['Component', 'System', 'API', 'Resource', 'Agent'])(
    'shows its card on a %s',
    async kind => {
      renderOnEntity({
        show: 'card',
        entity: anEntity(kind),
        api: agentGovernanceApiMock({
          requests: [
            aRequest({
              targetRef: `${kind.toLowerCase()}:default/payments-api`,
              agentRef: 'agent:default/payments-api',
            }),
          ],
        }),
      });
      expect(
        await screen.findByText('1 waiting for approval'),
      ).toBeInTheDocument();
      expect(
        screen.getByRole('link', { name: 'Deploy a version' }),
      ).toHaveAttribute('href', '/agent-governance/requests/req-1');
    },
  );

  it.each(['User', 'Group', 'Template'])('leaves a %s alone', async kind => {
    renderOnEntity({
      show: 'card',
      entity: anEntity(kind),
      api: agentGovernanceApiMock(),
    });
    expect(await screen.findByTestId('empty-entity-page')).toBeInTheDocument();
  });
});

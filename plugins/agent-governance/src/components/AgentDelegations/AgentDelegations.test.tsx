import { agentGovernanceApiRef } from '@agentgov/backstage-plugin-agent-governance-react';
import {
  aDelegation,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { agentGovernancePlugin } from '../../plugin';
import { AgentDelegations } from './AgentDelegations';

const BOT = 'agent:default/deploy-bot';

const somewhere = PageBlueprint.make({
  name: 'somewhere',
  params: {
    path: '/somewhere',
    loader: async () => <AgentDelegations agentRef={BOT} />,
  },
});

function render(options: Parameters<typeof agentGovernanceApiMock>[0]) {
  const api = agentGovernanceApiMock(options);
  const rendered = renderTestApp({
    features: [
      agentGovernancePlugin.withOverrides({ extensions: [somewhere] }),
    ],
    apis: [[agentGovernanceApiRef, api], catalogApiMock({ entities: [] })],
    initialRouteEntries: ['/somewhere'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return { ...rendered, api, user: userEvent.setup() };
}

describe('AgentDelegations', () => {
  it('lists what is delegated to this agent now, and leads to more', async () => {
    const { container } = render({
      delegations: [
        aDelegation(),
        aDelegation({ id: 'd2', agentRef: 'agent:default/x', reason: 'No' }),
        aDelegation({ id: 'd3', state: 'expired', reason: 'Long ago' }),
      ],
    });
    expect(
      await screen.findByText('Rolls out what I merge this week'),
    ).toBeInTheDocument();
    expect(screen.queryByText('No')).not.toBeInTheDocument();
    expect(screen.queryByText('Long ago')).not.toBeInTheDocument();
    const agent = encodeURIComponent(BOT);
    expect(screen.getByRole('link', { name: 'Delegate' })).toHaveAttribute(
      'href',
      `/agent-governance/delegations?agent=${agent}&new=true`,
    );
    expect(
      screen.getByRole('link', { name: 'All its delegations' }),
    ).toHaveAttribute('href', `/agent-governance/delegations?agent=${agent}`);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('revokes in place', async () => {
    const { user, api } = render({ delegations: [aDelegation()] });
    const revoke = jest.spyOn(api, 'revokeDelegation');
    await user.click(await screen.findByRole('button', { name: 'Revoke' }));
    const submit = await screen.findByRole('button', { name: 'Revoke it' });
    await waitFor(() => expect(submit).toBeEnabled());
    await user.click(submit);
    await waitFor(() => expect(revoke).toHaveBeenCalledWith('delegation-1'));
    expect(
      await screen.findByText('The delegation is revoked.'),
    ).toBeInTheDocument();
  });

  it('tells nothing delegated and nothing known apart', async () => {
    const { unmount } = render({});
    expect(
      await screen.findByText(/Nobody delegates anything to it/),
    ).toBeInTheDocument();
    unmount();
    render({ overrides: { listDelegations: refuse(503, 'away') } });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not read the delegations',
    );
  });
});

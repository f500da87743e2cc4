import {
  aDelegation,
  aDelegationInDetail,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/delegations';

function renderDelegations(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  const rendered = renderPlugin({
    path: `${PATH}${search}`,
    api,
    entities: [anEntity(), anEntity('Agent', 'deploy-bot')],
  });
  return { ...rendered, api, user };
}

const part = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('article')!;

describe('DelegationsPage', () => {
  it('tells who lets which agent do what, where, until when and what for; and what ended', async () => {
    const { container } = renderDelegations({
      delegations: [
        aDelegation({ targets: ['component:default/payments-api'] }),
        aDelegation({
          id: 'd2',
          reason: 'Last week',
          state: 'revoked',
          revokedBy: 'user:default/ann',
          revokedAt: '2026-11-20T12:00:00.000Z',
        }),
        aDelegation({ id: 'd3', reason: 'Long ago', state: 'expired' }),
      ],
    });
    expect(await screen.findByText('Last week')).toBeInTheDocument();
    const inForce = await part('In force');
    expect(inForce).toHaveTextContent(/deploy-bot on behalf of sam/i);
    expect(inForce).toHaveTextContent(
      /deployments:\* on payments-api in staging/i,
    );
    expect(inForce).toHaveTextContent('Rolls out what I merge this week');
    expect(inForce).toHaveTextContent('The agent quotes delegation-1');
    const revoked = await part('Revoked');
    expect(revoked).toHaveTextContent(/revoked by ann/i);
    expect(await part('Over')).toHaveTextContent('Long ago');
    expect(screen.getAllByRole('button', { name: 'Revoke' })).toHaveLength(1);
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('says when nothing is delegated, when that cannot be told, and when one may not know', async () => {
    const { unmount } = renderDelegations({});
    expect(
      await screen.findByText('Nothing is delegated, as far as you may know.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Revoked' })).toBeNull();
    unmount();
    const away = renderDelegations({
      overrides: { listDelegations: refuse(503, 'away') },
    });
    expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent(
      'Could not read the delegations',
    );
    away.unmount();
    renderDelegations({
      overrides: { listDelegations: refuse(403, 'Not for you') },
    });
    expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent(
      'You may not see the delegations',
    );
  });

  it('asks for what the address says', async () => {
    const { api } = renderDelegations(
      {
        delegations: [
          aDelegation(),
          aDelegation({
            id: 'd2',
            agentRef: 'agent:default/other',
            reason: 'Another agent’s',
          }),
        ],
      },
      '?agent=agent:default/deploy-bot&person=user:default/sam',
    );
    const list = jest.spyOn(api, 'listDelegations');
    expect(
      await screen.findByText('Rolls out what I merge this week'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Another agent’s')).not.toBeInTheDocument();
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({
        agent: 'agent:default/deploy-bot',
        grantedBy: 'user:default/sam',
        state: 'active',
      }),
    );
  });

  it('delegates from a link that names the agent, and says what is lacking until then', async () => {
    const { user, api } = renderDelegations(
      {},
      '?new=true&agent=agent:default/deploy-bot',
    );
    const grant = jest.spyOn(api, 'grantDelegation');
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Delegate' });
    expect(submit).toHaveAccessibleDescription('Say for which actions.');
    const actions = await within(dialog).findByRole('button', {
      name: /Actions/,
    });
    actions.focus();
    await user.keyboard('{Enter}');
    await user.click(
      await screen.findByRole('option', {
        name: 'Deploy a version (deployments:deploy)',
      }),
    );
    await user.keyboard('{Escape}');
    expect(submit).toHaveAccessibleDescription('Say what for.');
    await user.type(within(dialog).getByLabelText(/What for/), ' This week ');
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(submit);
    await waitFor(() =>
      expect(grant).toHaveBeenCalledWith({
        agent: 'agent:default/deploy-bot',
        actions: ['deployments:deploy'],
        until: expect.stringMatching(/Z$/),
        reason: 'This week',
      }),
    );
    expect(await screen.findByText('It is delegated.')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says it when the portal does not let one delegate', async () => {
    const { user } = renderDelegations(
      { overrides: { grantDelegation: refuse(403, 'Ask the platform team') } },
      '?new=true&agent=agent:default/deploy-bot',
    );
    const dialog = await screen.findByRole('dialog');
    const actions = await within(dialog).findByRole('button', {
      name: /Actions/,
    });
    await user.click(actions);
    await user.click((await screen.findAllByRole('option'))[0]);
    await user.keyboard('{Escape}');
    await user.type(within(dialog).getByLabelText(/What for/), 'This week');
    await user.click(within(dialog).getByRole('button', { name: 'Delegate' }));
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('You may not delegate');
    expect(alert).toHaveTextContent('Ask the platform team');
  });

  it('revokes one, after saying what that does', async () => {
    const { user, api } = renderDelegations({ delegations: [aDelegation()] });
    const revoke = jest.spyOn(api, 'revokeDelegation');
    await user.click(await screen.findByRole('button', { name: 'Revoke' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(/starts nothing more on behalf of/),
    ).toBeInTheDocument();
    const submit = within(dialog).getByRole('button', { name: 'Revoke it' });
    await waitFor(() => expect(submit).toBeEnabled());
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(submit);
    await waitFor(() => expect(revoke).toHaveBeenCalledWith('delegation-1'));
    expect(
      await screen.findByText('The delegation is revoked.'),
    ).toBeInTheDocument();
  });

  it('opens from a link, says why a person may not, and that it ended in between', async () => {
    const forbidden = renderDelegations(
      {
        overrides: {
          getDelegation: async () =>
            aDelegationInDetail({
              mayRevoke: { allowed: false, because: 'Only its owner may.' },
            }),
        },
      },
      '?revoke=delegation-1',
    );
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Revoke it' }),
      ).toHaveAccessibleDescription('Only its owner may.'),
    );
    expect(screen.getByRole('button', { name: 'Revoke it' })).toBeDisabled();
    forbidden.unmount();

    const { user } = renderDelegations(
      {
        delegations: [aDelegation()],
        overrides: { revokeDelegation: refuse(409, 'It is expired') },
      },
      '?revoke=delegation-1',
    );
    const submit = await screen.findByRole('button', { name: 'Revoke it' });
    await waitFor(() => expect(submit).toBeEnabled());
    await user.click(submit);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It had ended already',
    );
  });
});

import {
  aContextFact,
  aDeniedRequest,
  aFreeze,
  aRequest,
  aSnapshot,
  aStop,
  aSucceededRequest,
  agentGovernanceApiMock,
  anAgent,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

function renderTab(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  entity = anEntity(),
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  return {
    ...renderOnEntity({ show: 'content', entity, api }),
    api,
    user,
  };
}

const part = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest(
    'article',
  )! as HTMLElement;

describe('EntityAgentsContent', () => {
  it('tells newest first, day by day, who asked for what, the verdict and the outcome', async () => {
    const { container } = renderTab({
      requests: [
        aDeniedRequest({ id: 'c', createdAt: '2026-11-21T08:00:00.000Z' }),
        aSucceededRequest({ id: 'b', createdAt: '2026-11-20T10:00:00.000Z' }),
        aRequest({ id: 'a', createdAt: '2026-11-20T09:00:00.000Z' }),
      ],
      freezes: [aFreeze()],
    });
    const trail = await part('Audit trail');
    const days = await within(trail).findAllByRole('heading', { level: 4 });
    expect(days.map(day => day.textContent)).toEqual([
      '2026-11-21',
      '2026-11-20',
    ]);
    const lines = within(trail).getAllByRole('listitem');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toHaveTextContent('Denied');
    expect(lines[1]).toHaveTextContent('Allowed');
    expect(lines[1]).toHaveTextContent('Succeeded');
    expect(lines[2]).toHaveTextContent('Held');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('opens a line to how it was decided', async () => {
    const { user } = renderTab({ requests: [aRequest()] });
    const trail = await part('Audit trail');
    await user.click(await within(trail).findByText('How it was decided'));
    expect(
      await within(trail).findByText('The portal’s permission policy'),
    ).toBeInTheDocument();
  });

  it('loads more when asked', async () => {
    const requests = Array.from({ length: 45 }, (_, i) =>
      aSucceededRequest({ id: `r${i}` }),
    );
    const { user } = renderTab({ requests });
    const trail = await part('Audit trail');
    expect(await within(trail).findAllByRole('listitem')).toHaveLength(20);
    await user.click(within(trail).getByRole('button', { name: 'Load more' }));
    await waitFor(() =>
      expect(within(trail).getAllByRole('listitem')).toHaveLength(40),
    );
  });

  it('shows a freeze in force and leads to setting one', async () => {
    renderTab({ freezes: [aFreeze()] });
    expect(await screen.findByText(/Freeze in force:/)).toHaveTextContent(
      'Release week',
    );
    expect(screen.getByRole('link', { name: 'Set a freeze' })).toHaveAttribute(
      'href',
      '/agent-governance/freezes?new=true&entity=component%3Adefault%2Fpayments-api',
    );
  });

  it('never lets a failure pass for the absence of a freeze', async () => {
    renderTab({ overrides: { listFreezes: refuse(400, 'away') } });
    expect(
      await screen.findByText('Could not read whether a freeze is in force'),
    ).toBeInTheDocument();
  });

  it('shows the stops in force and leads to their release, and never lets a failure pass for their absence', async () => {
    const { unmount } = renderTab({ stops: [aStop()] });
    const strip = (await screen.findByText(/^Stopped:/)).closest(
      '[role=status]',
    );
    expect(strip).toHaveTextContent(/deploy-bot everywhere. Pulled by sam/);
    expect(screen.getByRole('link', { name: 'Release it' })).toHaveAttribute(
      'href',
      '/agent-governance/stops?release=stop-1',
    );
    unmount();
    renderTab({ overrides: { listStops: refuse(503, 'away') } });
    expect(
      await screen.findByText('Could not read whether a stop is in force'),
    ).toBeInTheDocument();
  });

  it('stops one agent here, or everything agents do here', async () => {
    const { user, api, container } = renderTab({});
    const pull = jest.spyOn(api, 'pullStop');
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    let dialog = await screen.findByRole('dialog');
    await user.click(
      within(dialog).getByRole('radio', { name: 'Everything agents do here' }),
    );
    await user.type(within(dialog).getByLabelText(/Reason/), 'Loop');
    await user.click(within(dialog).getByRole('button', { name: 'Stop now' }));
    await waitFor(() =>
      expect(pull).toHaveBeenLastCalledWith({
        scope: { kind: 'target', ref: 'component:default/payments-api' },
        reason: 'Loop',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(container).toHaveTextContent('It is stopped.');

    await user.click(screen.getByRole('button', { name: 'Stop' }));
    dialog = await screen.findByRole('dialog');
    await user.click(
      await within(dialog).findByRole('button', { name: /Agent/ }),
    );
    await user.click(await screen.findByRole('option', { name: 'Deploy bot' }));
    await user.type(within(dialog).getByLabelText(/Reason/), 'Loop');
    await user.click(within(dialog).getByRole('button', { name: 'Stop now' }));
    await waitFor(() =>
      expect(pull).toHaveBeenLastCalledWith({
        scope: {
          kind: 'agent',
          ref: 'agent:default/deploy-bot',
          on: 'component:default/payments-api',
        },
        reason: 'Loop',
      }),
    );
  });

  it('stops an agent from its own page, where its stops show', async () => {
    const { user, api } = renderTab(
      { stops: [aStop()] },
      anEntity('Agent', 'deploy-bot'),
    );
    const pull = jest.spyOn(api, 'pullStop');
    expect(await screen.findByText(/^Stopped:/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Stop this agent?',
    });
    await user.type(within(dialog).getByLabelText(/Reason/), 'Loop');
    await user.click(within(dialog).getByRole('button', { name: 'Stop now' }));
    await waitFor(() =>
      expect(pull).toHaveBeenCalledWith({
        scope: { kind: 'agent', ref: 'agent:default/deploy-bot' },
        reason: 'Loop',
      }),
    );
  });

  it('shows what waits here', async () => {
    renderTab({
      requests: [aRequest({ id: 'h' }), aSucceededRequest({ id: 's' })],
    });
    const queue = await part('Waiting for approval');
    expect(await within(queue).findAllByRole('listitem')).toHaveLength(1);
  });

  it('shows each fact with value, source and age against its standard', async () => {
    renderTab({});
    const facts = await part('What agents act on here');
    const [runbook, owner, health] = await within(facts).findAllByRole(
      'listitem',
    );
    expect(runbook).toHaveTextContent('Stale');
    expect(runbook).toHaveTextContent('docs/runbook.md@3f2a');
    expect(runbook).toHaveTextContent('from docs at 3f2a');
    expect(runbook).toHaveTextContent(
      '95 days old, the standard allows 30 days',
    );
    expect(owner).toHaveTextContent('Fresh');
    expect(health).toHaveTextContent('Unknown');
    expect(health).toHaveTextContent('The source has gone silent.');
    expect(health).toHaveTextContent('no value');
  });

  it('lets who may sign off vouch for the value they see', async () => {
    const { user, api } = renderTab({});
    const signOff = jest.spyOn(api, 'signOffContext');
    await user.click(
      await screen.findByRole('button', { name: 'Sign off Runbook' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }));
    await waitFor(() =>
      expect(signOff).toHaveBeenCalledWith('component:default/payments-api', {
        factType: 'runbook',
        digest: aContextFact().digest,
      }),
    );
    await waitFor(() =>
      expect(
        screen.getAllByRole('status').map(status => status.textContent),
      ).toContain('You signed off Runbook.'),
    );
  });

  it('signs off nothing when the value changed, and shows the new one', async () => {
    const changed = aContextFact({
      digest: 'b'.repeat(64),
      value: 'docs/new.md',
    });
    const context = jest
      .fn(async () => aSnapshot({ facts: [changed] }))
      .mockImplementationOnce(async () =>
        aSnapshot({ facts: [aContextFact()] }),
      );
    const sign = jest.fn(refuse(409, 'The value changed'));
    const { user } = renderTab({
      overrides: { getContext: context, signOffContext: sign },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Sign off Runbook' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'This value changed, look again',
    );
    await user.click(
      await within(dialog).findByRole('button', {
        name: 'Show the present value',
      }),
    );
    expect(await within(dialog).findByText('docs/new.md')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }));
    await waitFor(() =>
      expect(sign).toHaveBeenLastCalledWith(
        'component:default/payments-api',
        expect.objectContaining({ digest: 'b'.repeat(64) }),
      ),
    );
  });

  it('shows an agent its own requests and standing', async () => {
    renderTab(
      {
        requests: [
          aSucceededRequest({ id: 'mine' }),
          aSucceededRequest({ id: 'other', agentRef: 'agent:default/other' }),
        ],
        overrides: {
          listAgents: async () => [
            anAgent({
              standing: 'untrusted',
              because: 'Its location is not on the list of trusted places.',
            }),
          ],
        },
      },
      anEntity('Agent', 'deploy-bot'),
    );
    const standing = await part('Standing');
    expect(await within(standing).findByText('Untrusted')).toBeInTheDocument();
    expect(standing).toHaveTextContent(
      'Its location is not on the list of trusted places.',
    );
    const trail = await part('Audit trail');
    expect(await within(trail).findAllByRole('listitem')).toHaveLength(1);
    expect(
      screen.queryByText('What agents act on here'),
    ).not.toBeInTheDocument();
  });

  it('says when no agent has been here', async () => {
    renderTab({ requests: [] });
    expect(
      await screen.findByText('No agent has asked for anything here.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing waits here.')).toBeInTheDocument();
  });

  it('keeps the rest of the page when one part fails', async () => {
    renderTab({ overrides: { getContext: refuse(400, 'The store is away') } });
    const facts = await part('What agents act on here');
    expect(await within(facts).findByRole('alert')).toHaveTextContent(
      'The store is away',
    );
    const trail = await part('Audit trail');
    expect(await within(trail).findAllByRole('listitem')).toHaveLength(1);
  });
});

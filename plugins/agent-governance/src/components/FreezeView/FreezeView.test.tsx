import {
  AgentGovernanceApi,
  FreezeDetails,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aFreeze,
  aFreezeException,
  agentGovernanceApiMock,
  refuse,
  someCoverage,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

function renderFreeze(
  details: Partial<FreezeDetails> = {},
  overrides: Partial<AgentGovernanceApi> = {},
) {
  const api = agentGovernanceApiMock({
    overrides: {
      getFreeze: async () => ({
        freeze: aFreeze(),
        next: [],
        coverage: someCoverage(),
        exceptions: [],
        permission: { allowed: true, because: 'You own it.' },
        ...details,
      }),
      ...overrides,
    },
  });
  const user = userEvent.setup();
  const rendered = renderPlugin({
    path: '/agent-governance/freezes?freeze=freeze-1',
    api,
    entities: [anEntity(), anEntity('Agent', 'deploy-bot')],
  });
  return { ...rendered, api, user };
}

const part = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('article')!;

describe('FreezeView', () => {
  it('tells when it comes next on the clocks of its zone, and whom it stops', async () => {
    const { container } = renderFreeze({
      freeze: aFreeze({
        state: 'planned',
        origin: { calendar: 'releases', uid: 'u-1' },
        recurrence: {
          rule: 'FREQ=WEEKLY',
          start: '2026-11-20T16:00:00',
          duration: 'PT8H',
          zone: 'Asia/Tokyo',
          words: 'every week on Friday at 4 PM',
        },
      }),
      next: [
        { from: '2026-11-27T07:00:00.000Z', to: '2026-11-27T15:00:00.000Z' },
      ],
    });
    const standing = await part('When and where');
    expect(standing).toHaveTextContent('every week on Friday at 4 PM');
    expect(standing).toHaveTextContent('on the clocks of Asia/Tokyo');
    expect(standing).toHaveTextContent(/27 Nov 2026,? .*16:00 to .*28 Nov/);
    expect(standing).toHaveTextContent('the calendar releases, event u-1');
    const affected = await part('What and who is affected');
    expect(affected).toHaveTextContent('2 entities of checkout, payments');
    expect(affected).toHaveTextContent('payments-web component, of checkout');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it.each([
    [
      someCoverage({ everything: true, entities: [], owners: [] }),
      'Everything',
    ],
    [
      someCoverage({ entities: [], owners: [] }),
      'Nothing you may see is covered.',
    ],
    [someCoverage({ complete: false }), '2 and more entities'],
  ])('does not pass a part for all: %#', async (coverage, words) => {
    renderFreeze({ coverage });
    expect(await part('What and who is affected')).toHaveTextContent(words);
  });

  it('asks for an exception', async () => {
    const { user, api } = renderFreeze();
    const ask = jest.spyOn(api, 'askFreezeException');
    await user.click(
      await screen.findByRole('button', { name: 'Ask for an exception' }),
    );
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Ask for it' });
    expect(submit).toHaveAccessibleDescription('Say what is to be excepted.');
    await user.type(
      within(dialog).getByLabelText('Actions'),
      'deployments:rollback, tickets:*',
    );
    expect(submit).toHaveAccessibleDescription('Give a reason.');
    await user.type(within(dialog).getByLabelText(/Reason/), 'Hotfix');
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(submit);
    await waitFor(() =>
      expect(ask).toHaveBeenCalledWith('freeze-1', {
        scope: { actions: ['deployments:rollback', 'tickets:*'] },
        from: expect.stringMatching(/Z$/),
        to: expect.stringMatching(/Z$/),
        reason: 'Hotfix',
      }),
    );
    expect(
      await screen.findByText('The exception was asked for.'),
    ).toBeInTheDocument();
  });

  it('approves and refuses exceptions as the person saw them', async () => {
    const { user, api } = renderFreeze({
      exceptions: [
        aFreezeException({
          revision: 2,
          scope: {
            agentRef: 'agent:default/deploy-bot',
            actions: ['deployments:*'],
            environments: ['production'],
          },
          approvals: { agreedBy: ['user:default/sam'], required: 2 },
        }),
      ],
    });
    const approve = jest.spyOn(api, 'approveFreezeException');
    const end = jest.spyOn(api, 'endFreezeException');
    const exceptions = await part('Exceptions');
    expect(exceptions).toHaveTextContent('Asked for');
    expect(exceptions).toHaveTextContent(
      'deployments:* of deploy-bot in production',
    );
    expect(exceptions).toHaveTextContent('1 of 2 approvals: sam');
    await user.click(
      within(exceptions).getByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(approve).toHaveBeenCalledWith('freeze-1', 'exception-1', {
        revision: 2,
      }),
    );
    expect(
      await screen.findByText('The exception is active.'),
    ).toBeInTheDocument();
    await user.click(
      within(exceptions).getByRole('button', { name: 'Refuse' }),
    );
    await waitFor(() =>
      expect(end).toHaveBeenCalledWith('freeze-1', 'exception-1', {
        revision: 2,
      }),
    );
  });

  it('says why somebody may not approve, and what the portal refused', async () => {
    const { user } = renderFreeze(
      {
        permission: { allowed: false, because: 'Only sre may do this.' },
        exceptions: [aFreezeException()],
      },
      { endFreezeException: refuse(409, 'It is ended') },
    );
    const exceptions = await part('Exceptions');
    expect(
      within(exceptions).getByRole('button', { name: 'Approve' }),
    ).toBeDisabled();
    expect(exceptions).toHaveTextContent('Only sre may do this.');
    await user.click(
      within(exceptions).getByRole('button', { name: 'Refuse' }),
    );
    expect(await within(exceptions).findByRole('alert')).toHaveTextContent(
      'This exception changed, look again',
    );
  });

  it('looks the same for what does not exist and what one may not see', async () => {
    renderFreeze({}, { getFreeze: refuse(404, 'There is no such freeze') });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such thing here, or you may not see it',
    );
  });
});

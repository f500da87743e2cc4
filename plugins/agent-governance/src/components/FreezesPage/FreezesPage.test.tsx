import {
  aFreeze,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/freezes';

function renderFreezes(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  const rendered = renderPlugin({
    path: `${PATH}${search}`,
    api,
    entities: [anEntity()],
  });
  return { ...rendered, api, user };
}

const part = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('article')!;

describe('FreezesPage', () => {
  it('sorts freezes into in force, planned and over', async () => {
    const { container } = renderFreezes({
      freezes: [
        aFreeze(),
        aFreeze({ id: 'f2', reason: 'Year end', state: 'planned' }),
        aFreeze({ id: 'f3', reason: 'Audit', state: 'over' }),
        aFreeze({
          id: 'f4',
          reason: 'False alarm',
          state: 'ended-early',
          endedAt: '2026-11-20T10:00:00.000Z',
          endedBy: 'user:default/sam',
        }),
      ],
    });
    expect(await screen.findByText('Release week')).toBeInTheDocument();
    expect(await part('In force')).toHaveTextContent('Release week');
    expect(await part('Planned')).toHaveTextContent('Year end');
    const over = await part('Over');
    expect(over).toHaveTextContent('Audit');
    expect(over).toHaveTextContent('Ended early');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('ends a freeze as the person saw it', async () => {
    const { user, api } = renderFreezes({
      freezes: [aFreeze({ revision: 3 })],
    });
    const end = jest.spyOn(api, 'endFreeze');
    const button = await screen.findByRole('button', { name: 'End now' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Comment'), 'All clear.');
    await user.click(within(dialog).getByRole('button', { name: 'End it' }));
    await waitFor(() =>
      expect(end).toHaveBeenCalledWith('freeze-1', {
        revision: 3,
        comment: 'All clear.',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says it when the freeze changed in between', async () => {
    const { user } = renderFreezes({
      freezes: [aFreeze()],
      overrides: { endFreeze: refuse(409, 'Revision 2 is current') },
    });
    const button = await screen.findByRole('button', { name: 'End now' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await user.click(await screen.findByRole('button', { name: 'End it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This freeze changed, look again',
    );
  });

  it('says why a person may not end it', async () => {
    renderFreezes({
      freezes: [aFreeze()],
      overrides: {
        mayFreeze: async () => ({
          allowed: false,
          because: 'Only the owner of the payments system may.',
        }),
      },
    });
    const button = await screen.findByRole('button', { name: 'End now' });
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(
        'Only the owner of the payments system may.',
      ),
    );
    expect(button).toBeDisabled();
  });

  it('sets a freeze over what the address names', async () => {
    const { user, api } = renderFreezes(
      {},
      '?new=true&entity=component%3Adefault%2Fpayments-api&environment=production',
    );
    const create = jest.spyOn(api, 'createFreeze');
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', {
      name: 'Set the freeze',
    });
    expect(submit).toBeDisabled();
    await within(dialog).findByText('Give a reason.');
    await user.type(within(dialog).getByLabelText(/Reason/), 'Release week');
    await waitFor(() => expect(submit).toBeEnabled());
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(submit);
    await waitFor(() =>
      expect(create).toHaveBeenCalledWith({
        scope: {
          entityRef: 'component:default/payments-api',
          environments: ['production'],
        },
        from: expect.stringMatching(/^\d{4}-.*Z$/),
        to: expect.stringMatching(/^\d{4}-.*Z$/),
        reason: 'Release week',
      }),
    );
    const [{ from, to }] = create.mock.calls[0];
    expect(Date.parse(to!) - Date.parse(from!)).toBe(4 * 3_600_000);
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('does not let a person freeze what they may not, and says why', async () => {
    renderFreezes(
      {
        overrides: {
          mayFreeze: async () => ({
            allowed: false,
            because: 'You do not own payments-api.',
          }),
        },
      },
      '?new=true&entity=component%3Adefault%2Fpayments-api',
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('You do not own payments-api.'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Set the freeze' }),
    ).toBeDisabled();
  });

  it('keeps the form and says it when the portal refuses', async () => {
    const { user } = renderFreezes(
      { overrides: { createFreeze: refuse(400, 'to must be later') } },
      '?new=true&environment=production',
    );
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/Reason/), 'Release week');
    const submit = within(dialog).getByRole('button', {
      name: 'Set the freeze',
    });
    await waitFor(() => expect(submit).toBeEnabled());
    await user.click(submit);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'to must be later',
    );
    expect(within(dialog).getByLabelText(/Reason/)).toHaveValue('Release week');
  });
});

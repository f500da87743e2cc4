import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aFreeze,
  aFreezeCalendar,
  aFreezeException,
  agentGovernanceApiMock,
  refuse,
  someCoverage,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/freezes';

function renderFreezes(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  search = '?view=list',
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
      '?view=list&new=true&entity=component%3Adefault%2Fpayments-api&environment=production',
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
          previewFreeze: async () => ({
            scope: 'payments-api',
            occurrences: [],
            coverage: someCoverage(),
            permission: {
              allowed: false,
              because: 'You do not own payments-api.',
            },
          }),
        },
      },
      '?view=list&new=true&entity=component%3Adefault%2Fpayments-api',
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
      '?view=list&new=true&environment=production',
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

  it('sets one that comes back, as the portal understands it', async () => {
    const { user, api } = renderFreezes(
      {},
      '?view=list&new=true&environment=production',
    );
    const create = jest.spyOn(api, 'createFreeze');
    const preview = jest.spyOn(api, 'previewFreeze');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /How often/ }));
    await user.click(await screen.findByRole('option', { name: 'Every week' }));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Friday' }));
    await user.type(within(dialog).getByLabelText(/Reason/), 'Fridays');
    const submit = within(dialog).getByRole('button', {
      name: 'Set the freeze',
    });
    await waitFor(() => expect(submit).toBeEnabled());
    const shown = within(dialog).getByRole('region', {
      name: 'What would be frozen',
    });
    expect(shown).toHaveTextContent('Comes every week on Friday.');
    expect(shown).toHaveTextContent('2 entities of checkout, payments');
    expect(await axe(dialog)).toHaveNoViolations();
    await user.click(submit);
    const recurrence = {
      rule: 'FREQ=WEEKLY;BYDAY=FR',
      start: expect.stringMatching(/^\d{4}-\d\d-\d\dT16:00$/),
      duration: 'PT8H',
      zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
    await waitFor(() =>
      expect(create).toHaveBeenCalledWith({
        scope: { environments: ['production'] },
        recurrence,
        reason: 'Fridays',
      }),
    );
    expect(preview).toHaveBeenLastCalledWith(
      expect.objectContaining({ recurrence }),
    );
  });

  it('says beside the button what the portal finds wrong with a rule', async () => {
    const { user } = renderFreezes(
      {
        overrides: {
          previewFreeze: refuse(400, 'recurrence.rule: FREQ must be one of …'),
        },
      },
      '?view=list&new=true&environment=production',
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('recurrence.rule: FREQ must be one of …'),
    ).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Set the freeze' }),
    ).toBeDisabled();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says who agreed to end one, and that more must', async () => {
    const { user } = renderFreezes({
      freezes: [
        aFreeze({
          ending: { agreedBy: ['user:default/sam'], required: 3 },
        }),
      ],
      overrides: {
        endFreeze: async () =>
          aFreeze({
            ending: {
              agreedBy: ['user:default/sam', 'user:default/me'],
              required: 3,
            },
          }),
      },
    });
    const item = (await screen.findByText('Release week')).closest('li')!;
    expect(item).toHaveTextContent('sam agreed to end it; it takes 3');
    const button = within(item).getByRole('button', { name: 'End now' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    await user.click(await screen.findByRole('button', { name: 'End it' }));
    expect(
      await screen.findByText(
        'You agreed to end the freeze; 1 more must agree.',
      ),
    ).toBeInTheDocument();
  });

  it('tells of one that comes back when, and of one that is excepted from', async () => {
    renderFreezes({
      freezes: [
        aFreeze({
          state: 'planned',
          createdBy: 'calendar:releases',
          recurrence: {
            rule: 'FREQ=WEEKLY',
            start: '2026-11-20T16:00:00',
            duration: 'PT8H',
            zone: 'Europe/Berlin',
            words: 'every week on Friday at 4 PM',
          },
          scope: {
            targets: { 'spec.type': 'service' },
            actions: ['deployments:*'],
          },
          exceptions: [aFreezeException({ state: 'active' })],
        }),
      ],
    });
    const item = (await screen.findByText('Release week')).closest('li')!;
    expect(item).toHaveTextContent(
      /Next: From .*; every week on Friday at 4 PM/,
    );
    expect(item).toHaveTextContent('set by the calendar releases');
    expect(item).toHaveTextContent(
      'covers deployments:* on everything where {"spec.type":"service"} in all environments',
    );
    expect(item).toHaveTextContent('one exception is active');
  });

  it('keeps to what the address looks for', async () => {
    const { api } = renderFreezes(
      {
        freezes: [
          aFreeze(),
          aFreeze({
            id: 'f2',
            reason: 'Staging',
            scope: { environments: ['staging'] },
          }),
        ],
      },
      '?view=list&environment=staging&state=in-force&covering=component%3Adefault%2Fpayments-api',
    );
    const list = jest.spyOn(api, 'listFreezes');
    expect(await screen.findByText('Staging')).toBeInTheDocument();
    expect(screen.queryByText('Release week')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('heading', { name: 'Planned' }),
    ).not.toBeInTheDocument();
    await waitFor(() =>
      expect(list).toHaveBeenCalledWith(
        expect.objectContaining({ covering: 'component:default/payments-api' }),
      ),
    );
  });

  it.each([
    ['failing', 'It could not be read; what it said before still holds'],
    ['stale', 'Whether something else is frozen there is not known'],
    ['unread', 'Whether something else is frozen there is not known'],
  ] as const)('says of a calendar that is %s', async (state, words) => {
    renderFreezes({
      overrides: {
        listFreezeCalendars: async () => [
          aFreezeCalendar({ state, problems: ['Event 2, Odd: no start'] }),
        ],
      },
    });
    const calendars = await part('Calendars');
    expect(await within(calendars).findByText(words)).toBeInTheDocument();
    expect(calendars).toHaveTextContent('Event 2, Odd: no start');
  });
});

describe('FreezesPage, the month', () => {
  /** Far enough ahead to be planned whenever this is run. */
  const comingFreeze = (changes: Partial<Freeze> = {}) =>
    aFreeze({
      state: 'planned',
      from: '2099-11-20T08:00:00.000Z',
      to: '2099-11-20T18:00:00.000Z',
      ...changes,
    });
  const search = '?month=2099-11&zone=UTC';
  const day = (name: string | RegExp) =>
    screen.findByRole('gridcell', { name });

  it('shows on every day what is frozen, and leads to it', async () => {
    const { user, container } = renderFreezes(
      {
        freezes: [
          comingFreeze({ to: '2099-11-22T18:00:00.000Z' }),
          comingFreeze({
            id: 'f2',
            reason: 'Year end',
            state: 'planned',
            from: '2099-11-22T00:00:00.000Z',
            to: '2099-11-23T00:00:00.000Z',
          }),
        ],
      },
      search,
    );
    expect(
      await screen.findByRole('grid', { name: 'November 2099' }),
    ).toBeInTheDocument();
    await day('Thursday 19 November 2099: nothing is frozen');
    await day(/^Friday 20 November 2099: +Release week , planned$/);
    const sunday = await day(
      /^Sunday 22 November 2099: +Release week , planned +Year end , planned$/,
    );
    await day('Monday 23 November 2099: nothing is frozen');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
    await user.click(
      within(sunday).getByRole('button', { name: /Release week/ }),
    );
    expect(await part('When and where')).toHaveTextContent('Planned');
    await user.click(screen.getByRole('button', { name: 'All freezes' }));
    expect(
      await screen.findByRole('grid', { name: 'November 2099' }),
    ).toBeInTheDocument();
  });

  it('is walked with the keyboard, into other months too', async () => {
    const { user, api } = renderFreezes({ freezes: [comingFreeze()] }, search);
    const agenda = jest.spyOn(api, 'getFreezeAgenda');
    const first = await day('Sunday 1 November 2099: nothing is frozen');
    first.focus();
    const focused = () => document.activeElement?.textContent;
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{Home}');
    expect(focused()).toMatch(/Monday 16 November 2099/);
    await user.keyboard('{End}{ArrowUp}{ArrowLeft}');
    expect(focused()).toMatch(/Saturday 14 November 2099/);
    await user.keyboard('{PageDown}');
    expect(
      await screen.findByRole('grid', { name: 'December 2099' }),
    ).toBeInTheDocument();
    await waitFor(() => expect(focused()).toMatch(/Monday 14 December 2099/));
    expect(agenda).toHaveBeenLastCalledWith(
      expect.objectContaining({
        from: '2099-11-30T00:00:00.000Z',
        to: '2100-01-04T00:00:00.000Z',
      }),
    );
    await user.keyboard('{PageUp}');
    await screen.findByRole('grid', { name: 'November 2099' });
    await waitFor(() => expect(focused()).toMatch(/Saturday 14 November/));
    // to Friday the 20th, and from there to what is frozen
    await user.keyboard('{ArrowDown}{ArrowLeft}');
    expect(focused()).toMatch(/Friday 20 November 2099: Release week/);
    await user.tab();
    expect(focused()).toBe('Release week, planned');
    await user.keyboard('{Enter}');
    expect(await part('When and where')).toBeInTheDocument();
  });

  it('says how many more there are on a day, and shows them', async () => {
    const { user } = renderFreezes(
      {
        freezes: ['A', 'B', 'C', 'D'].map(reason =>
          comingFreeze({ id: reason, reason }),
        ),
      },
      search,
    );
    await user.click(await screen.findByRole('button', { name: '2 more' }));
    const dialog = await screen.findByRole('dialog', {
      name: 'Frozen on 2099-11-20',
    });
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(4);
    await user.click(within(dialog).getByRole('button', { name: 'D' }));
    expect(await part('When and where')).toBeInTheDocument();
  });

  it('turns pages, and says when there is more than it shows', async () => {
    const { user } = renderFreezes(
      {
        overrides: {
          getFreezeAgenda: async ({ from, to }) => ({
            from,
            to,
            freezes: [],
            occurrences: [],
            truncated: true,
          }),
        },
      },
      search,
    );
    expect(
      await screen.findByText('There are more freezes than are shown'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Month after' }));
    expect(
      await screen.findByRole('grid', { name: 'December 2099' }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Month before' }));
    expect(
      await screen.findByRole('grid', { name: 'November 2099' }),
    ).toBeInTheDocument();
  });

  it('does not pass a portal that fails for a month without freezes', async () => {
    renderFreezes(
      { overrides: { getFreezeAgenda: refuse(503, 'The catalog is away') } },
      search,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not read the freezes of this month',
    );
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
  });
});

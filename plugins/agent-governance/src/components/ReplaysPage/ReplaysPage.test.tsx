import {
  aReplayFlip,
  aReplayReport as someReport,
  aReplay as someReplay,
  aRunningReplay,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';

type Report = ReturnType<typeof someReport>;
type Replay = ReturnType<typeof someReplay>;

const aReplayReport = (overrides: Partial<Report> = {}) =>
  someReport({
    decisions: 3410,
    replayed: 3408,
    flips: [
      { from: 'allow', to: 'hold', count: 9 },
      { from: 'hold', to: 'allow', count: 3 },
    ],
    loosened: 3,
    tightened: 9,
    checkpoint: 0,
    drift: [],
    ...overrides,
  });
const aReplay = (overrides: Partial<Replay> = {}) =>
  someReplay({ report: aReplayReport(), ...overrides });

const PATH = '/agent-governance/replays';
const POLICY = 'agentpolicy:default/code-freeze';
const MODE = { kind: 'mode', policyRef: POLICY, mode: 'enforce' } as const;

function renderReplays(
  options: Parameters<typeof agentGovernanceApiMock>[0],
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  const rendered = renderPlugin({
    path: `${PATH}${search}`,
    api,
    entities: [anEntity(), anEntity('AgentPolicy', 'code-freeze')],
  });
  return { ...rendered, api, user };
}

const startOf = (start: object) =>
  `?start=${encodeURIComponent(JSON.stringify(start))}`;

const accessible = async (container: HTMLElement) =>
  expect(
    await axe(container.querySelector('[data-agent-governance]')!),
  ).toHaveNoViolations();

describe('the list of replays', () => {
  it('tells how far each is and what it came to', async () => {
    const { container } = renderReplays({
      replays: [
        aRunningReplay({ id: 'r1', title: 'Runs on' }),
        aReplay({ id: 'r2', title: 'Done' }),
        aReplay({
          id: 'r3',
          title: 'Broke',
          state: 'failed',
          error: 'The policies changed too often',
          report: undefined,
        }),
      ],
    });
    const rowOf = async (title: string) =>
      (await screen.findByRole('link', { name: title })).closest('tr')!;
    expect(await rowOf('Runs on')).toHaveTextContent(
      /Runs.*21 of 42 decisions.*me/,
    );
    expect(await rowOf('Done')).toHaveTextContent(
      '12 of 3,408 decisions would change: 9 become stricter, 3 looser.',
    );
    expect(await rowOf('Broke')).toHaveTextContent(
      /Failed.*The policies changed too often/,
    );
    await accessible(container);
  });

  it('says when there is none, when it cannot be told, and when one may not know', async () => {
    const { unmount } = renderReplays({});
    expect(
      await screen.findByText('Nothing was replayed yet.'),
    ).toBeInTheDocument();
    unmount();
    const away = renderReplays({
      overrides: { listReplays: refuse(503, 'away') },
    });
    expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent(
      'Could not read the replays',
    );
    away.unmount();
    renderReplays({ overrides: { listReplays: refuse(403, 'Not for you') } });
    expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent(
      'You may not see the replays',
    );
  });
});

describe('a new replay', () => {
  it('takes over what a link says, starts nothing by itself, and then what was asked for', async () => {
    const scope = {
      from: '2026-11-13T09:00:00.000Z',
      to: '2026-11-20T09:00:00.000Z',
      agents: ['agent:default/deploy-bot'],
      targets: ['component:default/payments-api'],
    };
    const { api, user, container } = renderReplays(
      {},
      startOf({ title: 'Enforced', scope, draft: { changes: [MODE] } }),
    );
    const start = jest.spyOn(api, 'startReplay');
    const button = await screen.findByRole('button', {
      name: 'Start the replay',
    });
    expect(screen.getByLabelText('Title')).toHaveValue('Enforced');
    expect(screen.getByText('component:default/payments-api')).toBeVisible();
    expect(start).not.toHaveBeenCalled();
    await accessible(container);
    await user.click(button);
    await waitFor(() =>
      expect(start).toHaveBeenCalledWith({
        title: 'Enforced',
        draft: { changes: [MODE] },
        scope,
      }),
    );
  });

  it('of the last seven days, until now, where nothing else is said', async () => {
    const { api, user } = renderReplays(
      {},
      startOf({ draft: { changes: [MODE] } }),
    );
    const start = jest.spyOn(api, 'startReplay');
    await user.click(
      await screen.findByRole('button', { name: 'Start the replay' }),
    );
    await waitFor(() => expect(start).toHaveBeenCalled());
    const [{ scope, title }] = start.mock.calls[0];
    expect(title).toBeUndefined();
    expect(Date.parse(scope.to) - Date.parse(scope.from)).toBeCloseTo(
      7 * 86_400_000,
      -3,
    );
    expect(Object.keys(scope)).toEqual(['from', 'to']);
  });

  it('takes nothing of a link that it cannot read, and says so', async () => {
    renderReplays({}, startOf({ draft: { changes: [{ kind: 'gone' }] } }));
    expect(
      await screen.findByText('The link cannot be read'),
    ).toBeInTheDocument();
    expect(screen.getByText('Nothing yet.')).toBeInTheDocument();
  });

  it('is put together from several changes, and says what is lacking', async () => {
    const { user, container } = renderReplays({}, '?new=true');
    const button = await screen.findByRole('button', {
      name: 'Start the replay',
    });
    expect(button).toHaveAccessibleDescription('Say what is to be tried.');
    await user.click(screen.getByRole('button', { name: 'Turn a policy off' }));
    expect(button).toHaveAccessibleDescription('Say which policy.');
    await user.click(screen.getByRole('button', { name: 'Add a text' }));
    expect(button).toHaveAccessibleDescription(
      'Write or choose the text of the policy.',
    );
    await user.upload(
      screen.getByLabelText('Take it from a file'),
      // files have no text() where tests run
      Object.assign(new File([''], 'mine.yaml', { type: 'text/yaml' }), {
        text: async () => 'kind: AgentPolicy',
      }),
    );
    expect(
      await screen.findByText('This text decides (mine.yaml)'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription('Say which policy.'),
    );
    await accessible(container);
    await user.click(screen.getByRole('button', { name: 'Remove change 1' }));
    expect(screen.getAllByRole('group', { name: /^Change/ })).toHaveLength(1);
    await waitFor(() =>
      expect(button).toHaveAccessibleDescription(
        'There are problems in the text.',
      ),
    );
  });

  it('shows what the portal finds wrong with the draft, at its line', async () => {
    const { user } = renderReplays(
      {
        overrides: {
          startReplay: refuse(400, 'The draft cannot be compiled', {
            problems: [
              {
                field: 'rules[0].when',
                file: 'a.yaml',
                line: 12,
                column: 7,
                reason: 'there is no fact of this name',
              },
            ],
          }),
        },
      },
      startOf({ draft: { changes: [MODE] } }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Start the replay' }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('It was not started');
    expect(alert).toHaveTextContent(
      'rules[0].when, 12:7: there is no fact of this name',
    );
  });

  it('leads to the one that goes on already', async () => {
    const { user } = renderReplays(
      {
        overrides: {
          startReplay: refuse(409, 'Another one has not ended', {
            replayId: 'r-9',
          }),
        },
      },
      startOf({ draft: { changes: [MODE] } }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Start the replay' }),
    );
    expect(
      await screen.findByText('One of yours goes on already'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Look at it' })).toHaveAttribute(
      'href',
      `${PATH}?replay=r-9`,
    );
  });

  it('begins from an earlier one', async () => {
    renderReplays({ replays: [aReplay()] }, '?again=replay-1');
    expect(await screen.findByLabelText('Title')).toHaveValue(
      'Changes in production, changed',
    );
  });
});

describe('a replay', () => {
  it('that goes on shows how far it is, and can be cancelled', async () => {
    let replay = aRunningReplay();
    const { user, container } = renderReplays(
      {
        overrides: {
          getReplay: async () => replay,
          cancelReplay: async () => {
            replay = { ...replay, state: 'cancelled', mayCancel: false };
            return replay;
          },
        },
      },
      '?replay=replay-1',
    );
    const progress = await screen.findByRole('progressbar');
    expect(progress).toHaveAttribute('value', '21');
    expect(progress).toHaveAttribute('max', '42');
    await accessible(container);
    await user.click(screen.getByRole('button', { name: 'Cancel the replay' }));
    expect(
      await screen.findByText(/was cancelled after 21 of 42 decisions/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('that goes on is followed until it is done', async () => {
    const asked: unknown[] = [];
    renderReplays(
      {
        overrides: {
          getReplay: async (_, options) => {
            asked.push(options);
            return asked.length === 1 ? aRunningReplay() : aReplay();
          },
        },
      },
      '?replay=replay-1',
    );
    expect(await screen.findByRole('progressbar')).toBeInTheDocument();
    expect(
      await screen.findByText(/^12 of 3,408 decisions would change/),
    ).toBeInTheDocument();
    expect(asked[1]).toEqual(
      expect.objectContaining({ waitSeconds: 20, revision: 3 }),
    );
  });

  it('that failed says why, and that there is no report', async () => {
    renderReplays(
      {
        replays: [
          aReplay({ state: 'failed', error: 'Out of time', report: undefined }),
        ],
      },
      '?replay=replay-1',
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('It failed, and there is no report');
    expect(alert).toHaveTextContent('Out of time');
  });

  it('that the person may not see looks as if it were not there', async () => {
    renderReplays({}, '?replay=nobody-knows');
    expect(
      await screen.findByText(
        'There is no such thing here, or you may not see it',
      ),
    ).toBeInTheDocument();
  });
});

describe('a report', () => {
  const flips = Array.from({ length: 45 }, (_, index) =>
    aReplayFlip({
      decisionId: `decision-${index}`,
      actionId: index === 0 ? 'tickets:close' : 'deployments:deploy',
    }),
  );

  it('says what would change, what could not be told, and what is not the draft’s doing', async () => {
    const { container } = renderReplays(
      {
        replays: [
          aReplay({
            report: aReplayReport({
              drift: [{ from: 'deny', to: 'allow', count: 4 }],
            }),
          }),
        ],
        replayFlips: [aReplayFlip()],
      },
      '?replay=replay-1',
    );
    expect(
      await screen.findByText(/^12 of 3,408 decisions would change/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('2: their facts are no longer stored'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('4: refused then, allowed now'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '9: show them' })).toHaveAttribute(
      'href',
      `${PATH}?replay=replay-1&from=allow&to=hold`,
    );
    expect(
      screen.getByText('enforced instead of in shadow'),
    ).toBeInTheDocument();
    expect(
      (await screen.findAllByRole('button', { name: 'deployments:deploy' }))
        .length,
    ).toBe(1);
    await accessible(container);
  });

  it('counts by what the address says, in the order it says, and leads to the decisions', async () => {
    const { user } = renderReplays(
      {
        replays: [
          aReplay({
            report: aReplayReport({
              byTeam: {
                items: [
                  {
                    key: 'group:default/a',
                    replayed: 5,
                    loosened: 0,
                    tightened: 4,
                    checkpoint: 0,
                  },
                  {
                    key: 'group:default/b',
                    replayed: 9,
                    loosened: 1,
                    tightened: 0,
                    checkpoint: 0,
                  },
                ],
                others: {
                  keys: 3,
                  replayed: 7,
                  loosened: 0,
                  tightened: 0,
                  checkpoint: 0,
                },
              },
            }),
          }),
        ],
      },
      '?replay=replay-1&by=team&sort=-replayed',
    );
    const table = await screen
      .findByRole('grid', { name: '' })
      .catch(() => screen.findAllByRole('grid').then(([first]) => first));
    const rows = () =>
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row => row.textContent);
    await waitFor(() => expect(rows()[0]).toMatch(/^b9/));
    expect(screen.getByText(/^And 3 more teams/)).toBeInTheDocument();
    expect(
      within(table).getByRole('link', {
        name: 'Show what would change for group:default/a',
      }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('team=group%3Adefault%2Fa'),
    );
    await user.click(
      within(table).getByRole('columnheader', { name: /Stricter/ }),
    );
    await waitFor(() => expect(rows()).toHaveLength(2));
    await user.type(
      screen.getByRole('searchbox', { name: 'Find among the teams' }),
      'default/a',
    );
    await waitFor(() => expect(rows()).toHaveLength(1));
  });

  it('shows thousands page by page, and one of them side by side', async () => {
    const { user, api, container } = renderReplays(
      { replays: [aReplay()], replayFlips: flips },
      '?replay=replay-1',
    );
    const list = jest.spyOn(api, 'listReplayFlips');
    await user.click(
      await screen.findByRole('button', { name: 'tickets:close' }),
    );
    const detail = await screen.findByRole('region', { name: 'One decision' });
    const now = within(detail).getByRole('region', {
      name: 'Under the policies that decide now',
    });
    expect(now).toHaveTextContent('Allowed');
    expect(now).toHaveTextContent('Allowed: routine (Changes in production).');
    const draft = within(detail).getByRole('region', {
      name: 'Under the draft',
    });
    expect(draft).toHaveTextContent('Held');
    expect(draft).toHaveTextContent('one of group:default/payments');
    expect(detail).toHaveFocus();
    expect(
      within(detail).getByRole('link', { name: 'The whole request' }),
    ).toHaveAttribute('href', '/agent-governance/requests/request-1');
    expect(
      within(detail).getByRole('link', { name: /in the simulator/ }),
    ).toHaveAttribute('href', expect.stringMatching(/simulator\?.*decision-0/));
    await accessible(container);
    await user.click(screen.getByRole('button', { name: /Next/ }));
    expect(
      await screen.findByText('Page 2, decisions 21 to 40'),
    ).toBeInTheDocument();
    expect(list).toHaveBeenLastCalledWith(
      'replay-1',
      expect.objectContaining({ cursor: '20', limit: 20 }),
    );
  });

  it('shows only those that the address says, until that is taken back', async () => {
    const { user, api } = renderReplays(
      { replays: [aReplay()], replayFlips: flips },
      '?replay=replay-1&action=tickets:close&kind=tightened',
    );
    const list = jest.spyOn(api, 'listReplayFlips');
    expect(
      await screen.findByText('Page 1, decisions 1 to 1'),
    ).toBeInTheDocument();
    expect(list).toHaveBeenCalledWith('replay-1', {
      action: 'tickets:close',
      kind: 'tightened',
      limit: 20,
    });
    const only = screen.getByRole('grid', { name: 'Only' });
    within(only).getByRole('row').focus();
    await user.keyboard('{Delete}');
    expect(
      await screen.findByText('Page 1, decisions 1 to 20'),
    ).toBeInTheDocument();
  });

  it('can be taken away as JSON and as Markdown', async () => {
    const taken: Array<{ name: string; blob: Blob }> = [];
    let blob: Blob;
    URL.createObjectURL = jest.fn(given => {
      blob = given as Blob;
      return 'blob:report';
    });
    URL.revokeObjectURL = jest.fn();
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        taken.push({ name: this.download, blob });
      });
    const { user } = renderReplays(
      { replays: [aReplay()] },
      '?replay=replay-1',
    );
    await user.click(
      await screen.findByRole('button', { name: 'Download JSON' }),
    );
    await user.click(screen.getByRole('button', { name: 'Download Markdown' }));
    await waitFor(() => expect(taken).toHaveLength(2));
    expect(taken.map(({ name }) => name)).toEqual([
      'replay-replay-1.json',
      'replay-replay-1.md',
    ]);
    expect(taken[0].blob.type).toBe('application/json');
  });
});

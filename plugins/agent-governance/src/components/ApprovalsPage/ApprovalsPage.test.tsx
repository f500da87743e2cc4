import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aPresentation,
  aProgress,
  aRequest,
  agentGovernanceApiMock,
  anUnknownRequest,
  anExplanation,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/approvals';

const three = ['r1', 'r2', 'r3'].map(id =>
  aRequest({ id, actionTitle: `Deploy ${id}` }),
);

function renderInbox(
  options: Parameters<typeof agentGovernanceApiMock>[0] = { requests: three },
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const submitReview = jest.spyOn(api, 'submitReview');
  const user = userEvent.setup();
  const rendered = renderPlugin({ path: `${PATH}${search}`, api });
  return { ...rendered, api, submitReview, user };
}

const detail = (name: RegExp) => screen.findByRole('region', { name });

describe('ApprovalsPage', () => {
  it('shows exactly what will run, why it asks, what was seen, and who decides', async () => {
    const { container } = renderInbox();
    const pane = await detail(/Deploy r1/);
    expect(await within(pane).findByText('What will run')).toBeInTheDocument();
    expect(within(pane).getByText('2.4.1')).toBeInTheDocument();
    expect(within(pane).getByText('rolling')).toBeInTheDocument();
    expect(
      within(pane).getByText('The runbook is staler than its standard allows.'),
    ).toBeInTheDocument();
    expect(
      within(pane).getByText('95 days old, the standard allows 30 days'),
    ).toBeInTheDocument();
    expect(
      within(pane).getByText('Nothing it looked at has changed.'),
    ).toBeInTheDocument();
    expect(pane).toHaveTextContent(
      '1 person of payments, the owner of the target',
    );
    expect(pane).toHaveTextContent('Nobody has voted yet.');

    const root = container.querySelector('[data-agent-governance]')!;
    expect(await axe(root)).toHaveNoViolations();
  });

  it('names what nobody can tell about, and leads to it', async () => {
    const { container } = renderInbox({
      requests: [
        ...three,
        ...Array.from({ length: 6 }, (_, i) =>
          anUnknownRequest({ id: `u${i}`, actionTitle: `Announce ${i}` }),
        ),
      ],
    });
    const list = await screen.findByRole('list', {
      name: 'Requests whose outcome is unknown',
    });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(
      within(list).getByRole('link', { name: 'Announce 0' }),
    ).toHaveAttribute('href', '/agent-governance/requests/u0');
    expect(
      screen.getByRole('link', { name: 'Show all of them' }),
    ).toHaveAttribute('href', '/agent-governance/requests?state=unknown');
    await detail(/Deploy r1/);
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('does not pass a failure to find out for nothing being unknown', async () => {
    renderInbox({
      requests: three,
      overrides: {
        listActionRequests: async filter =>
          filter?.state?.includes('unknown')
            ? refuse(503, 'not now')()
            : { items: three },
      },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not read whether an outcome is unknown',
    );
    expect(await detail(/Deploy r1/)).toBeInTheDocument();
  });

  it('shows the input as JSON when asked', async () => {
    const { user } = renderInbox();
    const pane = await detail(/Deploy r1/);
    await user.click(await within(pane).findByText('Input as JSON'));
    expect(
      await within(pane).findByRole('group', { name: 'Input as JSON' }),
    ).toHaveTextContent('"version": "2.4.1"');
  });

  it('binds an approval to the hold and to the presentation that was shown', async () => {
    const { user, submitReview } = renderInbox();
    const pane = await detail(/Deploy r1/);
    await user.click(
      await within(pane).findByRole('button', { name: 'Approve' }),
    );
    await waitFor(() => expect(submitReview).toHaveBeenCalled());
    const shown = aPresentation();
    expect(submitReview).toHaveBeenCalledWith('r1', {
      holdDecisionId: 'r1-d1',
      presentationDigest: shown.digest,
      verdict: 'approve',
    });
  });

  it('says what was recorded, goes on to the next and takes the focus along', async () => {
    const { user } = renderInbox();
    const pane = await detail(/Deploy r1/);
    await user.click(
      await within(pane).findByRole('button', { name: 'Approve' }),
    );
    const next = await detail(/Deploy r2/);
    expect(next).toHaveFocus();
    expect(
      screen
        .getAllByRole('status')
        .some(s => s.textContent === 'Your approval was recorded.'),
    ).toBe(true);
  });

  it('rejects only with a comment, and says so', async () => {
    const { user, submitReview } = renderInbox();
    const pane = await detail(/Deploy r1/);
    const reject = await within(pane).findByRole('button', { name: 'Reject' });
    expect(reject).toBeDisabled();
    expect(reject).toHaveAccessibleDescription(
      'To reject, say why in the comment.',
    );
    await user.type(within(pane).getByLabelText('Comment'), 'Not on a Friday.');
    await user.click(reject);
    await waitFor(() =>
      expect(submitReview).toHaveBeenCalledWith(
        'r1',
        expect.objectContaining({
          verdict: 'reject',
          comment: 'Not on a Friday.',
        }),
      ),
    );
  });

  it('on a conflict does not count the vote, shows what is up now and keeps the comment', async () => {
    const fresh = aPresentation({
      requestId: 'r1',
      holdDecisionId: 'r1-d2',
      digest: 'f'.repeat(64),
      content: {
        request: three[0],
        changedSince: [
          { path: 'target.owner', then: 'checkout', now: 'payments' },
        ],
      },
    });
    const stale = aPresentation({
      requestId: 'r1',
      holdDecisionId: 'r1-d1',
      content: { request: three[0] },
    });
    const presented = jest
      .fn(async () => fresh)
      .mockImplementationOnce(async () => stale);
    let current: ActionRequest = three[0];
    const { user, submitReview, api } = renderInbox({
      requests: three,
      overrides: {
        getReviewPresentation: presented,
        getActionRequest: async () => current,
      },
    });
    submitReview.mockImplementationOnce(async () => {
      current = { ...three[0], holdDecisionId: 'r1-d2', revision: 2 };
      return refuse(409, 'The hold changed')();
    });

    const pane = await detail(/Deploy r1/);
    await user.type(
      await within(pane).findByLabelText('Comment'),
      'Looks fine',
    );
    await user.click(within(pane).getByRole('button', { name: 'Approve' }));

    const notice = await within(pane).findByRole('alert');
    expect(notice).toHaveTextContent('This request changed, look again');
    await waitFor(() =>
      expect(pane).toHaveTextContent(
        'target.owner was checkout, now it is payments',
      ),
    );
    expect(within(pane).getByLabelText('Comment')).toHaveValue('Looks fine');

    await user.click(within(pane).getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(submitReview).toHaveBeenLastCalledWith('r1', {
        holdDecisionId: 'r1-d2',
        presentationDigest: 'f'.repeat(64),
        verdict: 'approve',
        comment: 'Looks fine',
      }),
    );
    expect(api).toBeDefined();
  });

  it('lets nobody vote on what has changed since it was shown', async () => {
    renderInbox({
      requests: three,
      overrides: {
        getActionRequest: async id =>
          aRequest({ id, actionTitle: 'Deploy r1', holdDecisionId: 'other' }),
      },
    });
    const pane = await detail(/Deploy r1/);
    const approve = await within(pane).findByRole('button', {
      name: 'Approve',
    });
    expect(approve).toBeDisabled();
    expect(approve).toHaveAccessibleDescription(
      'It changed since it was shown to you.',
    );
    expect(
      within(pane).getByRole('button', { name: 'Show what is up now' }),
    ).toBeInTheDocument();
  });

  it('says why a person may not vote', async () => {
    renderInbox({
      requests: three,
      overrides: {
        explainActionRequest: async () =>
          anExplanation({
            mayReview: {
              allowed: false,
              because: 'You started this run.',
              helps: false,
            },
          }),
      },
    });
    const pane = await detail(/Deploy r1/);
    const approve = await within(pane).findByRole('button', {
      name: 'Approve',
    });
    await waitFor(() =>
      expect(approve).toHaveAccessibleDescription('You started this run.'),
    );
    expect(approve).toBeDisabled();
  });

  it('says how far approvals have come, in the list and beside the vote', async () => {
    const progress = aProgress();
    renderInbox({
      requests: [
        aRequest({ id: 'r1', actionTitle: 'Deploy r1', progress }),
        ...three.slice(1),
      ],
      overrides: {
        explainActionRequest: async () =>
          anExplanation({
            request: aRequest({ id: 'r1', holdDecisionId: 'r1-d1' }),
            progress,
            mayReview: {
              allowed: true,
              because: 'You may, but others are still needed',
              helps: false,
            },
          }),
      },
    });
    const [row] = within(
      await screen.findByRole('list', { name: 'Requests that wait for you' }),
    ).getAllByRole('link');
    expect(row).toHaveTextContent(
      '1 of 2: one of group:default/sre still needed',
    );
    const pane = await detail(/Deploy r1/);
    await waitFor(() => expect(pane).toHaveTextContent('by priya'));
    const approve = within(pane).getByRole('button', { name: 'Approve' });
    expect(approve).toBeEnabled();
    expect(approve).toHaveAccessibleDescription(
      'You may, but others are still needed. To reject, say why in the comment.',
    );
  });

  it('says why it is held again, who had approved, and what moved since', async () => {
    const presentation = aPresentation();
    renderInbox({
      requests: three,
      overrides: {
        getReviewPresentation: async () => ({
          ...presentation,
          content: {
            ...presentation.content,
            heldBefore: {
              decidedAt: '2026-11-20T08:00:00.000Z',
              approvedBy: ['user:default/priya'],
              changes: [
                {
                  path: 'conditions.incident',
                  then: 'none',
                  now: 'Bookings lag',
                },
              ],
            },
          },
        }),
      },
    });
    const pane = await detail(/Deploy r1/);
    expect(
      await within(pane).findByText('Why it is held again'),
    ).toBeInTheDocument();
    expect(pane).toHaveTextContent('approved by priya');
    expect(pane).toHaveTextContent(
      'conditions.incident was none, now it is Bookings lag',
    );
  });

  it('says it when a vote could not be recorded', async () => {
    const { user } = renderInbox({
      requests: three,
      overrides: { submitReview: refuse(503, 'The database is away') },
    });
    const pane = await detail(/Deploy r1/);
    await user.click(
      await within(pane).findByRole('button', { name: 'Approve' }),
    );
    const alert = await within(pane).findByRole('alert');
    expect(alert).toHaveTextContent('Your vote was not counted');
    expect(alert).toHaveTextContent('The database is away');
  });

  it('says what became of a request that waits no more', async () => {
    renderInbox(
      { requests: [aRequest({ id: 'gone', state: 'expired' })] },
      '?request=gone',
    );
    expect(
      await screen.findByText('This request waits for nobody any more.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Expired')).toBeInTheDocument();
  });

  it('moves with J and K, but not while somebody types', async () => {
    const { user } = renderInbox();
    await detail(/Deploy r1/);
    await user.keyboard('j');
    expect(await detail(/Deploy r2/)).toHaveFocus();
    await user.keyboard('k');
    const pane = await detail(/Deploy r1/);
    await user.type(await within(pane).findByLabelText('Comment'), 'jkj');
    expect(within(pane).getByLabelText('Comment')).toHaveValue('jkj');
    expect(await detail(/Deploy r1/)).toBeInTheDocument();
  });

  it('opens the request the address names', async () => {
    renderInbox({ requests: three }, '?request=r3');
    await detail(/Deploy r3/);
    const list = screen.getByRole('list', {
      name: 'Requests that wait for you',
    });
    expect(within(list).getByRole('link', { current: true })).toHaveTextContent(
      'Deploy r3',
    );
  });

  it('shows hostile text as what it is', async () => {
    const { container } = renderInbox({
      requests: [
        aRequest({
          purpose: '<script>alert(1)</script> \u202Eeteled',
          input: { note: '\u200B<b>bold</b>' },
        }),
      ],
    });
    expect(
      await screen.findByText(/<script>alert\(1\)<\/script>/),
    ).toBeInTheDocument();
    expect(screen.getByText('U+202E')).toBeInTheDocument();
    expect(screen.getByText('U+200B')).toBeInTheDocument();
    expect(container.querySelector('main script, main b')).toBeNull();
  });

  it('says when nothing waits', async () => {
    const { container } = renderInbox({ requests: [] });
    expect(
      await screen.findByText('Nothing waits for you.'),
    ).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('shows a failure as a failure, and asks again when told to', async () => {
    const list = jest.fn(refuse(400, 'Malformed'));
    const { user } = renderInbox({
      overrides: {
        listActionRequests: async filter =>
          filter?.waitingForMe ? list() : { items: [] },
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'Could not read the requests that wait for you',
    );
    expect(
      screen.queryByText('Nothing waits for you.'),
    ).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(list).toHaveBeenCalledTimes(2));
  });
});

import {
  Explanation,
  freezeCondition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aDecision,
  aDeniedRequest,
  aLedgerEntry,
  aProgress,
  aReview,
  aStop,
  aSucceededRequest,
  agentGovernanceApiMock,
  anExplanation,
  refuse,
  someFacts,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

function renderRequest(explanation: Explanation) {
  return renderPlugin({
    path: `/agent-governance/requests/${explanation.request.id}`,
    api: agentGovernanceApiMock({
      requests: [explanation.request],
      overrides: { explainActionRequest: async () => explanation },
    }),
  });
}

const part = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('article')!;

describe('RequestPage', () => {
  it('names what stopped it and what would let it through', async () => {
    renderRequest(
      anExplanation({
        request: aDeniedRequest(),
        decisions: [aDecision({ verdict: 'deny', reason: 'denied' })],
      }),
    );
    const standing = await part('Where it stands');
    expect(standing).toHaveTextContent('Denied');
    expect(standing).toHaveTextContent(
      'Freeze "Release week" of the payments system is in force until 18:00 UTC',
    );
    expect(standing).toHaveTextContent('What would change this');
    expect(standing).toHaveTextContent('The freeze "Release week" ends.');
  });

  it('names the freezes it saw, and does not pass unknown for none', async () => {
    const facts = someFacts();
    facts.conditions.freeze.value = freezeCondition([
      {
        id: 'f1',
        reason: 'Release week',
        owner: 'group:default/sre',
        from: '2026-11-20T08:00:00.000Z',
        to: '2026-11-20T18:00:00.000Z',
        scope: 'system:default/payments',
      },
    ]);
    const { id, scope, reason, pulledBy, pulledAt } = aStop();
    facts.conditions.stops.value = [{ id, scope, reason, pulledBy, pulledAt }];
    const { unmount } = renderRequest(
      anExplanation({
        request: aDeniedRequest(),
        decisions: [aDecision({ facts })],
      }),
    );
    expect(await part('What it saw')).toHaveTextContent(
      /Freeze Release week, covering system:default\/payments, until .*, owner sre/,
    );
    expect(await part('What it saw')).toHaveTextContent(
      /Stop It deploys the same .* of deploy-bot everywhere, pulled by sam/,
    );
    unmount();

    const blind = someFacts({
      conditions: {
        ...someFacts().conditions,
        freeze: { state: 'unknown', source: 'freezes', note: 'away' },
        stops: { state: 'unknown', source: 'stops', note: 'away' },
      },
    });
    renderRequest(
      anExplanation({
        request: aDeniedRequest(),
        decisions: [aDecision({ facts: blind })],
      }),
    );
    expect(await part('What it saw')).toHaveTextContent(
      'Whether a freeze was in force is unknown.',
    );
    expect(await part('What it saw')).toHaveTextContent(
      'Whether a stop was in force is unknown.',
    );
  });

  it('names old value, new value and source when the quoted context does not hold', async () => {
    const facts = someFacts();
    facts.context.quoted.value = {
      result: 'mismatch',
      differences: [
        {
          factType: 'data-class',
          quoted: 'internal',
          current: 'restricted',
          source: 'data-catalog',
        },
      ],
    };
    renderRequest(
      anExplanation({
        request: aDeniedRequest(),
        decisions: [aDecision({ facts })],
      }),
    );
    expect(await part('What it saw')).toHaveTextContent(
      'data-class: it saw internal, now it is restricted (from data-catalog)',
    );
  });

  it('tells the whole story of what ran', async () => {
    const { container } = renderRequest(
      anExplanation({
        request: aSucceededRequest(),
        decisions: [
          aDecision({ id: 'd1' }),
          aDecision({ id: 'd2', purpose: 'effect', verdict: 'allow' }),
        ],
        reviews: [aReview()],
        entries: [
          aLedgerEntry(),
          aLedgerEntry({
            id: '019a9f00-0000-7000-8000-000000000002',
            streamIndex: 1,
            type: 'execution.settled',
          }),
        ],
        mayReview: { allowed: false, because: 'It is not held.', helps: false },
      }),
    );
    const reviews = await part('Who reviewed');
    expect(reviews).toHaveTextContent('Approved');
    expect(reviews).toHaveTextContent(
      'Standing through payments, after 48 seconds',
    );
    expect(reviews).toHaveTextContent('Runbook checked by hand.');

    const happened = await part('What happened');
    expect(happened).toHaveTextContent('Succeeded');
    expect(happened).toHaveTextContent('agov-req-1');
    expect(happened).toHaveTextContent('dep-4711');

    const ledger = await part('In the ledger');
    expect(
      within(ledger as HTMLElement).getByText('Execution settled'),
    ).toBeInTheDocument();

    const decided = await part('How it was decided');
    expect(decided).toHaveTextContent('1. Decided when it was asked');
    expect(decided).toHaveTextContent('2. Decided at the moment of effect');
    expect(
      screen.queryByRole('button', { name: /withdraw/i }),
    ).not.toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('is honest about an unknown outcome', async () => {
    renderRequest(
      anExplanation({
        request: aSucceededRequest({
          state: 'unknown',
          effectClass: 'once',
          undo: undefined,
          execution: {
            state: 'unknown',
            attempt: 1,
            idempotencyKey: 'k',
            startedAt: '2026-11-20T09:00:01.000Z',
            error: 'The connection was cut after sending.',
          },
        }),
      }),
    );
    expect(await part('What came of it')).toHaveTextContent(
      'Nobody can tell yet whether it happened',
    );
    expect(await part('What happened')).toHaveTextContent('Outcome unknown');
    expect(await part('What was asked')).toHaveTextContent(
      'nothing: irreversible',
    );
  });

  it('lets a reviewer vote here too', async () => {
    renderRequest(anExplanation());
    const review = await part('Your review');
    expect(
      await within(review as HTMLElement).findByRole('button', {
        name: 'Approve',
      }),
    ).toBeEnabled();
  });

  it('shows both principals of what is done under a delegation', async () => {
    renderRequest(
      anExplanation({
        request: aSucceededRequest({
          onBehalfOf: 'user:default/ann',
          delegationId: 'delegation-1',
        }),
      }),
    );
    const asked = await screen.findByText('On behalf of');
    expect(asked.nextSibling).toHaveTextContent(
      'ann, who delegated it as delegation-1 (may not review this)',
    );
    expect(screen.getAllByText(/deploy-bot/).length).toBeGreaterThan(0);
  });

  it('shows on whose behalf the agent says it acts, and that this person may not review', async () => {
    renderRequest(
      anExplanation({
        request: aSucceededRequest({
          onBehalfOf: 'user:default/ann',
          runStep: 3,
          runStartedAt: '2026-11-20T08:00:00.000Z',
          runStartedBy: 'user:default/ben',
        }),
      }),
    );
    const asked = await screen.findByText('On behalf of, as it claims');
    expect(asked.nextSibling).toHaveTextContent('ann (may not review this)');
    expect(
      screen.getByText('Run started by, as it claims').nextSibling,
    ).toHaveTextContent('ben (may not review this)');
    expect(screen.getByText('Run, as it claims').nextSibling).toHaveTextContent(
      /run-7, step 3, begun .*ago/,
    );
  });

  it('says why somebody else may not', async () => {
    renderRequest(
      anExplanation({
        mayReview: {
          allowed: false,
          because: 'You do not own the target.',
          helps: false,
        },
      }),
    );
    expect(await part('Where it stands')).toHaveTextContent(
      'You may not review it: You do not own the target.',
    );
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });

  it('says who has looked and who still has to, also to those who may not', async () => {
    renderRequest(
      anExplanation({
        progress: aProgress(),
        mayReview: {
          allowed: false,
          because: 'You have reviewed it already',
          helps: false,
        },
      }),
    );
    const standing = await part('Where it stands');
    expect(standing).toHaveTextContent('Who has to look');
    expect(standing).toHaveTextContent('by priya');
    expect(standing).toHaveTextContent('1 person of sre');
    expect(standing).toHaveTextContent('1 still needed');
  });

  it('opens every fact with source and time', async () => {
    const user = userEvent.setup();
    renderRequest(anExplanation({ request: aDeniedRequest() }));
    const saw = (await part('What it saw')) as HTMLElement;
    await user.click(within(saw).getByText('Every fact it looked at'));
    await user.click(await within(saw).findByText('The target'));
    const row = (await within(saw).findByText('domain')).closest('tr')!;
    expect(row).toHaveTextContent('Unknown');
    expect(row).toHaveTextContent('no domain given');
  });

  it('looks the same for what does not exist and what one may not see', async () => {
    renderPlugin({
      path: '/agent-governance/requests/none',
      api: agentGovernanceApiMock({
        overrides: { explainActionRequest: refuse(404, 'No such request') },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no such thing here, or you may not see it',
    );
  });

  it('marks an old answer as old instead of hiding that the portal is away', async () => {
    const user = userEvent.setup();
    const explain = jest
      .fn(refuse(400, 'Away') as () => Promise<Explanation>)
      .mockImplementationOnce(async () => anExplanation());
    renderPlugin({
      path: '/agent-governance/requests/req-1',
      api: agentGovernanceApiMock({
        overrides: {
          explainActionRequest: explain,
          submitReview: refuse(503),
        },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Could not ask again')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Where it stands' }),
    ).toBeInTheDocument();
  });
});

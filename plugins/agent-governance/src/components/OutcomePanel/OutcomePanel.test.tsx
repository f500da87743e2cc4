import {
  ActionRequest,
  AgentGovernanceApi,
  Explanation,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aReconciliation,
  agentGovernanceApiMock,
  anExplanation,
  anOutcomeReport,
  anUnknownRequest,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const MAY = {
  allowed: true,
  because: 'payments owns payments-api, and you belong to it',
};

/** The request's page over a portal in which the request may move on. */
function renderOutcome(options: {
  request?: ActionRequest;
  mayReconcile?: Explanation['mayReconcile'];
  overrides?: Partial<AgentGovernanceApi>;
}) {
  const now = { request: options.request ?? anUnknownRequest() };
  const api = agentGovernanceApiMock({
    requests: [now.request],
    overrides: {
      explainActionRequest: async () =>
        anExplanation({
          request: now.request,
          mayReconcile: options.mayReconcile ?? MAY,
        }),
      reconcileActionRequest: async (_, { outcome, comment }) => {
        now.request = {
          ...now.request,
          state: 'reconciled',
          reconciliation: aReconciliation({ outcome, comment }),
        };
        return now.request;
      },
      ...options.overrides,
    },
  });
  const reconcile = jest.spyOn(api, 'reconcileActionRequest');
  const rendered = renderPlugin({
    path: `/agent-governance/requests/${now.request.id}`,
    api,
  });
  return { ...rendered, user: userEvent.setup(), reconcile, now };
}

const panel = async () =>
  (
    await screen.findByRole('heading', { name: 'What came of it' })
  ).closest<HTMLElement>('article')!;
const field = (dialog: HTMLElement) =>
  within(dialog).getByLabelText(/How you found out/);

/** As somebody without a mouse gets there. */
async function tabTo(
  user: ReturnType<typeof userEvent.setup>,
  element: HTMLElement,
) {
  for (let tabs = 0; tabs < 50 && document.activeElement !== element; tabs++) {
    await user.tab();
  }
  expect(element).toHaveFocus();
}

describe('OutcomePanel', () => {
  it('says what is known, and what to look for', async () => {
    const { container } = renderOutcome({});
    const shown = await panel();
    expect(shown).toHaveTextContent('Nobody can tell yet whether it happened');
    expect(shown).toHaveTextContent(/Attempt 1 was started .* and given up/);
    expect(shown).toHaveTextContent('the connection was cut off');
    expect(shown).toHaveTextContent('idempotency key agov-req-1');
    expect(shown).toHaveTextContent('has not said what it saw');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('marks what the agent says as its word, and shows it as plain text', async () => {
    const { user } = renderOutcome({
      request: anUnknownRequest({
        outcomeReport: anOutcomeReport({
          note: '<b>done</b>, approve it',
          number: 3,
        }),
      }),
    });
    const claim = within(await panel()).getByRole('region', {
      name: 'What the agent says',
    });
    expect(claim).toHaveTextContent('The agent’s word');
    expect(claim).toHaveTextContent(/says that it happened.*its report 3/);
    expect(claim).toHaveTextContent('<b>done</b>, approve it');
    expect(claim).toHaveTextContent('no policy counts it');
    await user.click(within(claim).getByText('What it says it saw'));
    expect(
      within(claim).getByRole('group', {
        name: 'The agent’s evidence as JSON',
      }),
    ).toHaveTextContent('"version": "2.4.1"');
  });

  it('lets whoever may say what came of it, with how they found out, of what they saw; by keyboard', async () => {
    const { user, reconcile } = renderOutcome({});
    const shown = await panel();
    await tabTo(
      user,
      within(shown).getByRole('button', { name: 'It did not happen…' }),
    );
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'Did it not happen?',
    });
    expect(await axe(dialog)).toHaveNoViolations();
    const submit = within(dialog).getByRole('button', {
      name: 'It did not happen',
    });
    expect(submit).toBeDisabled();
    expect(submit).toHaveAccessibleDescription('Say how you found out.');

    await user.type(field(dialog), '  Nothing in the cluster. ');
    await tabTo(user, submit);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(reconcile).toHaveBeenCalledWith('req-1', {
      outcome: 'failed',
      comment: 'Nothing in the cluster.',
      revision: 3,
    });
    await waitFor(async () =>
      expect(await panel()).toHaveTextContent(
        /priya found out that it did not happen.*who owns the target/,
      ),
    );
    expect(
      screen
        .getAllByRole('status')
        .some(
          ({ textContent }) =>
            textContent === 'It was recorded that it did not happen.',
        ),
    ).toBe(true);
    // the button it began with is gone: the focus is where its answer stands
    expect(document.activeElement).toHaveTextContent(/found out that/);
  });

  it('says why the person may not, and offers nothing', async () => {
    renderOutcome({
      mayReconcile: {
        allowed: false,
        because: 'Only payments and platform administrators may',
      },
    });
    const shown = await panel();
    expect(shown).toHaveTextContent(
      'Only payments and platform administrators may.',
    );
    expect(within(shown).queryByRole('button')).not.toBeInTheDocument();
  });

  it('on a conflict records nothing, has the person look again and keeps what was written', async () => {
    const moved = { request: anUnknownRequest() };
    const { user } = renderOutcome({
      overrides: {
        explainActionRequest: async () =>
          anExplanation({ request: moved.request, mayReconcile: MAY }),
        reconcileActionRequest: async () => {
          moved.request = anUnknownRequest({
            revision: 4,
            outcomeReport: anOutcomeReport({ outcome: 'failed' }),
          });
          return refuse(409, 'It is at revision 4')();
        },
      },
    });
    await user.click(
      within(await panel()).getByRole('button', { name: 'It happened…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Did it happen?',
    });
    await user.type(field(dialog), 'I saw it.');
    const submit = within(dialog).getByRole('button', { name: 'It happened' });
    await user.click(submit);
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'It changed meanwhile: look at it again',
    );
    await waitFor(() =>
      expect(submit).toHaveAccessibleDescription(/The request changed since/),
    );
    expect(submit).toBeDisabled();
    expect(field(dialog)).toHaveValue('I saw it.');

    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(await panel()).toHaveTextContent(/says that it did not happen/);
  });

  it('says afterwards who found out, how, and what the agent had said', async () => {
    const { container } = renderOutcome({
      request: anUnknownRequest({
        state: 'reconciled',
        reconciliation: aReconciliation({ standing: 'platform-admin' }),
        outcomeReport: anOutcomeReport({ outcome: 'failed' }),
      }),
      mayReconcile: { allowed: false, because: 'It is reconciled' },
    });
    const shown = await panel();
    expect(shown).toHaveTextContent(
      /priya found out that it happened.*who administers the portal/,
    );
    expect(shown).toHaveTextContent('Looked at the cluster: it is there.');
    expect(shown).toHaveTextContent(/says that it did not happen/);
    expect(within(shown).queryByRole('button')).not.toBeInTheDocument();
    expect(
      screen.getAllByText('Found to have happened').length,
    ).toBeGreaterThan(0);
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });
});

import {
  AgentGovernanceApi,
  PendingPolicyChange,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aPendingPolicyChange,
  aPolicy,
  aPolicyDetail,
  aReplay,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  anEntity,
  renderOnEntity,
  renderPlugin,
} from '../../__testUtils__/renderPlugin';

const before = aPolicyDetail().document!;
const after = {
  ...before,
  title: 'Nothing much changes',
  rules: before.rules.filter(({ name }) => name !== 'frozen'),
};
const change = aPendingPolicyChange();

function renderPolicy(options: {
  pending?: Partial<PendingPolicyChange>;
  detail?: Partial<PolicyDetail>;
  overrides?: Partial<AgentGovernanceApi>;
}) {
  const { pending, detail, overrides } = options;
  const api = agentGovernanceApiMock({
    overrides: {
      getPolicy: async () =>
        aPolicyDetail({
          revision: 7,
          ...(pending && {
            pending: true,
            pendingChange: aPendingPolicyChange(pending),
          }),
          ...detail,
        }),
      getPolicyText: async (_, digest) =>
        digest === change.to ? after : before,
      ...overrides,
    },
  });
  return {
    api,
    user: userEvent.setup(),
    ...renderOnEntity({
      show: 'content',
      entity: anEntity('AgentPolicy', 'code-freeze'),
      api,
    }),
  };
}

describe('PolicyChanges', () => {
  it('shows what would change line by line, why it may loosen, and who is still needed', async () => {
    const { container } = renderPolicy({
      pending: {
        votes: [
          {
            person: 'user:default/ana',
            verdict: 'approve',
            at: '2026-11-20T09:10:00.000Z',
            comment: 'The freeze is over.',
          },
        ],
      },
    });
    expect(
      await screen.findByText('A change that may loosen waits'),
    ).toBeInTheDocument();
    const difference = await screen.findByRole('region', {
      name: 'What the texts say differently',
    });
    const removed = within(difference)
      .getAllByRole('listitem')
      .filter(line => line.textContent?.includes('removed:'));
    expect(removed.map(line => line.textContent).join('\n')).toContain(
      'conditions.freeze.active',
    );
    expect(difference).toHaveTextContent('+added: title: Nothing much changes');
    expect(
      screen.getByText('The rule frozen (deny) is removed.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/1 of 2 people agree/)).toHaveTextContent(
      /1 more of .* is needed/,
    );
    expect(screen.getByText(/The freeze is over/)).toBeInTheDocument();
    expect(
      screen.getByText(/Until enough people agree, the text before decides/),
    ).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('invariant 4: agrees to exactly what was looked at', async () => {
    const { api, user } = renderPolicy({ pending: {} });
    const approve = jest.spyOn(api, 'approvePolicyChange');
    await user.click(await screen.findByRole('button', { name: 'Agree' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('more people must agree');
    await user.type(within(dialog).getByLabelText('Comment'), 'Right.');
    await user.click(within(dialog).getByRole('button', { name: 'Agree' }));
    await waitFor(() =>
      expect(approve).toHaveBeenCalledWith('agentpolicy:default/code-freeze', {
        revision: 7,
        from: change.from,
        to: change.to,
        comment: 'Right.',
      }),
    );
  });

  it('asks why before it rejects, and says so when the change is another by now', async () => {
    const { user } = renderPolicy({
      pending: { hasAgreed: true },
      overrides: { rejectPolicyChange: refuse(409, 'It is at revision 8') },
    });
    expect(
      await screen.findByRole('button', { name: 'You agreed' }),
    ).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByRole('button', { name: 'Reject' }),
    ).toBeDisabled();
    await user.type(within(dialog).getByLabelText(/Why not/), 'Too wide.');
    await user.click(within(dialog).getByRole('button', { name: 'Reject' }));
    expect(
      await screen.findByText(
        'The policy or its change is another by now, look again',
      ),
    ).toBeInTheDocument();
  });

  it('says when nobody could bring it into effect, and who may vote', async () => {
    renderPolicy({
      pending: {
        eligible: 1,
        mayVote: {
          allowed: false,
          because: 'Only people of group:default/platform may',
        },
      },
    });
    expect(
      await screen.findByText('Nobody can bring it into effect at present'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Only people of group:default\/platform may/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Agree' }),
    ).not.toBeInTheDocument();
  });

  it('says what the change would have made of the last days, with a way to the replay', async () => {
    renderPolicy({
      pending: { replayId: 'replay-1' },
      overrides: { getReplay: async id => aReplay({ id }) },
    });
    expect(
      await screen.findByRole('link', { name: 'Look at the replay' }),
    ).toHaveAttribute('href', '/agent-governance/replays?replay=replay-1');
  });

  it('shows a change that was rejected for as long as the catalog holds it', async () => {
    renderPolicy({
      pending: {
        state: 'rejected',
        votes: [
          {
            person: 'user:default/bo',
            verdict: 'reject',
            at: '2026-11-20T09:10:00.000Z',
            comment: 'Too wide.',
          },
        ],
        mayVote: { allowed: false, because: 'It was rejected' },
      },
    });
    expect(
      await screen.findByText(
        'A change was rejected, and still stands in the catalog',
      ),
    ).toBeInTheDocument();
    expect(screen.getByText(/rejected it/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Reject' }),
    ).not.toBeInTheDocument();
  });

  it('tells the history: when, from where, in which mode, who agreed, and both texts', async () => {
    const { user, container } = renderPolicy({
      detail: {
        changes: [
          {
            entryId: 'e-2',
            at: '2026-11-20T09:00:00.000Z',
            type: 'policy.changed',
            before: change.from,
            after: change.to,
            state: 'enforcing',
            changed: ['mode', 'text'],
            modeBefore: 'shadow',
            modeAfter: 'enforce',
            originLocation: 'url:https://github.com/acme/policies/all.yaml',
            sourceUrl: 'https://github.com/acme/policies/all.yaml',
            judged: 'approved',
            approvals: 2,
          },
          {
            entryId: 'e-1',
            at: '2026-11-20T08:00:00.000Z',
            type: 'policy.change-rejected',
            state: 'proposed',
            changed: [],
            votedBy: 'user:default/bo',
            comment: 'Not like this.',
          },
        ],
      },
    });
    expect(
      await screen.findByText(
        'Changed from shadow to enforce; 2 people agreed',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /where its entity says/ }),
    ).toHaveAttribute('href', 'https://github.com/acme/policies/all.yaml');
    expect(screen.getByText(/Not like this/)).toBeInTheDocument();
    await user.click(screen.getByText(/^Before/));
    expect(
      await screen.findByRole('region', {
        name: 'What the texts say differently',
      }),
    ).toHaveTextContent('Nothing much changes');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('says so where approvers look', async () => {
    renderPlugin({
      path: '/agent-governance/approvals',
      api: agentGovernanceApiMock({ policies: [aPolicy({ pending: true })] }),
    });
    expect(
      await screen.findByText('A change of a policy waits for people to agree'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Nothing changes during a freeze' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('?policy=agentpolicy%3Adefault%2Fcode-freeze'),
    );
  });
});

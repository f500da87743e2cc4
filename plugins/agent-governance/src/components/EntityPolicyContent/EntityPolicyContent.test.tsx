import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aPolicyDetail,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

function renderPolicy(detail: Partial<PolicyDetail> = {}) {
  return renderOnEntity({
    show: 'content',
    entity: anEntity('AgentPolicy', 'code-freeze'),
    api: agentGovernanceApiMock({
      overrides: { getPolicy: async () => aPolicyDetail(detail) },
    }),
  });
}

describe('EntityPolicyContent', () => {
  it('says in words what a policy says, with who looks and how many there are', async () => {
    const { container } = renderPolicy();
    const rule = (
      await screen.findByText('It cannot be undone, so two people look.')
    ).closest('li')!;
    expect(rule).toHaveTextContent('Asks people');
    expect(rule).toHaveTextContent('!action.reversible');
    expect(rule).toHaveTextContent('1 of whoever owns the target and 1 of');
    expect(rule).toHaveTextContent('(3 people)');
    expect(
      screen.getByText('Every request, wherever it goes.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/Speaks about/)).toHaveTextContent(
      'Speaks about the actions deployments:* in production.',
    );
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('puts what is wrong first, with field and line, and what was probably meant', async () => {
    const { container } = renderPolicy({
      state: 'broken',
      standing: 'last-good',
      problems: [
        {
          field: 'rules[0].when',
          line: 1,
          column: 12,
          expression: 'conditions.freze.active',
          reason: 'reads `conditions.freze.active`, which is no fact',
          suggestion: 'conditions.freeze.active',
        },
      ],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'This policy is broken: its last good text decides',
    );
    expect(alert).toHaveTextContent('rules[0].when (1:12)');
    expect(alert).toHaveTextContent('which is no fact');
    expect(alert).toHaveTextContent('Did you mean conditions.freeze.active?');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it.each([
    ['no-good-text' as const, 'everything it could speak about is held'],
    [undefined, 'nothing of it decides'],
  ])(
    'says what a policy that was never good does: %s',
    async (standing, words) => {
      renderPolicy({ state: 'broken', standing, document: undefined });
      expect(await screen.findByRole('alert')).toHaveTextContent(words);
      expect(screen.getByText('Nothing of it decides.')).toBeInTheDocument();
    },
  );

  it.each(['untrusted', 'out-of-authority'] as const)(
    'says why one that is %s counts for nothing',
    async state => {
      renderPolicy({
        state,
        standing: undefined,
        because: 'It does not count: nobody trusts its place.',
      });
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('This policy counts for nothing');
      expect(alert).toHaveTextContent('nobody trusts its place');
    },
  );

  it('says that there are too few people for a checkpoint', async () => {
    renderPolicy({
      unsatisfiableCount: 1,
      checkpoints: [
        {
          rule: 'irreversible',
          satisfiable: false,
          anyOf: [
            {
              satisfiable: false,
              because:
                'it asks for nine of group:default/sre, and there are 3 people',
              allOf: [{ from: 'group:default/sre', count: 9, people: 3 }],
            },
          ],
        },
      ],
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'what it would hold is denied',
    );
  });

  it('offers nobody the end of a vanished policy who may not confirm it', async () => {
    renderPolicy({
      state: 'vanished',
      standing: 'vanished',
      confirmers: ['group:default/platform'],
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This policy vanished');
    expect(within(alert).queryByRole('button')).toBeNull();
    expect(within(alert).getByRole('link')).toBeInTheDocument();
  });

  it('shows what happened to it', async () => {
    renderPolicy({
      changes: [
        {
          entryId: 'e2',
          at: '2026-11-20T09:00:00.000Z',
          type: 'policy.confirmed',
          before: 'ab'.repeat(32),
          state: 'gone',
          changed: [],
          confirmedBy: 'user:default/rosa',
          comment: 'Replaced',
        },
      ],
    });
    const item = (await screen.findByText('Confirmed to be gone')).closest(
      'li',
    )!;
    expect(item).toHaveTextContent('“Replaced”');
    expect(item).toHaveTextContent('nothing after');
  });

  it('says so when it cannot be read', async () => {
    renderOnEntity({
      show: 'content',
      entity: anEntity('AgentPolicy', 'code-freeze'),
      api: agentGovernanceApiMock({
        overrides: { getPolicy: refuse(503, 'The catalog did not answer') },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not read this policy',
    );
  });
});

import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aPolicyDetail,
  agentGovernanceApiMock,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

const { document } = aPolicyDetail();

/** What the catalog holds of the policy in the other tests, or of another. */
function source(change: (spec: any) => void = () => {}) {
  const { schemaVersion, ref, title, ...spec } = structuredClone(document!);
  change(spec);
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: { name: 'code-freeze', namespace: 'default', title },
    spec,
  } as unknown as PolicyDetail['source'];
}

const broken = source(spec => {
  spec.rules[0].when = 'conditions.freze.active';
});

function renderPolicy(
  detail: Partial<PolicyDetail> = {},
  options: { search?: string; fixtures?: unknown } = {},
) {
  const { search, fixtures } = options;
  const entity = anEntity('AgentPolicy', 'code-freeze');
  return {
    user: userEvent.setup(),
    ...renderOnEntity({
      show: 'content',
      search,
      entity: {
        ...entity,
        spec: {
          ...entity.spec,
          ...(fixtures ? { fixtures: fixtures as {} } : {}),
        },
      },
      api: agentGovernanceApiMock({
        overrides: { getPolicy: async () => aPolicyDetail(detail) },
      }),
    }),
  };
}

describe('the text of a policy', () => {
  it('is what the catalog holds, with what is wrong at its line, and what decides one press away', async () => {
    const { user, container } = renderPolicy({
      state: 'broken',
      standing: 'last-good',
      source: broken,
    });
    const held = await screen.findByRole('list', {
      name: 'What the catalog holds',
    });
    const line = within(held).getByText(/when: conditions.freze.active/);
    expect(line.closest('li')).toHaveTextContent(
      'Column 24: reads `conditions.freze`, which is no fact',
    );
    expect(
      screen.getByText('What the catalog holds. It is not what decides.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'What decides' }));
    const decides = await screen.findByRole('list', { name: 'What decides' });
    expect(decides).toHaveTextContent('when: conditions.freeze.active');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('is one where the catalog holds what decides', async () => {
    renderPolicy({ source: source(), digest: await digestNow() });
    expect(
      await screen.findByText('What the catalog holds, and what decides.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('says why there is none', async () => {
    renderPolicy({
      state: 'untrusted',
      standing: undefined,
      document: undefined,
    });
    expect(
      await screen.findByText('There is no text to show.'),
    ).toBeInTheDocument();
  });

  it('says what the facts of an expression are', async () => {
    const { user } = renderPolicy();
    const [first] = await screen.findAllByText('What it looks at');
    await user.click(first);
    expect(await screen.findByText('conditions.freeze')).toBeInTheDocument();
  });
});

async function digestNow() {
  const { policyDigest } = await import(
    '@agentgov/backstage-plugin-agent-governance-common/policy'
  );
  return policyDigest(document!);
}

/** What a link to a replay starts from. */
function startOf(link: HTMLElement) {
  const { searchParams, pathname } = new URL(
    link.getAttribute('href')!,
    'http://portal',
  );
  expect(pathname).toBe('/agent-governance/replays');
  return JSON.parse(searchParams.get('start')!);
}

describe('trying a policy otherwise', () => {
  it('leads to replays of it off, and in the other mode', async () => {
    renderPolicy({ mode: 'shadow', state: 'shadow' });
    const off = startOf(
      await screen.findByRole('link', { name: 'Try it off' }),
    );
    expect(off.draft).toEqual({
      changes: [{ kind: 'off', policyRef: 'agentpolicy:default/code-freeze' }],
    });
    expect(Date.parse(off.scope.to) - Date.parse(off.scope.from)).toBe(
      7 * 86_400_000,
    );
    expect(
      startOf(screen.getByRole('link', { name: 'Try it enforced' })).draft,
    ).toEqual({
      changes: [
        {
          kind: 'mode',
          policyRef: 'agentpolicy:default/code-freeze',
          mode: 'enforce',
        },
      ],
    });
  });

  it('offers nothing to be taken off where nothing decides', async () => {
    renderPolicy({ state: 'untrusted', standing: undefined });
    expect(
      await screen.findByRole('button', { name: 'Try a change' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Try it off' })).toBeNull();
  });

  it('takes a changed text along once nothing is wrong with it', async () => {
    const { user, container } = renderPolicy({
      source: source(spec => {
        delete spec.mode;
      }),
    });
    await user.click(
      await screen.findByRole('button', { name: 'Try a change' }),
    );
    const editor = await screen.findByRole('textbox', { name: 'Text to try' });
    expect(await screen.findByText(/Nothing is changed yet/)).toBeVisible();
    await user.click(editor);
    await user.paste('  mode: shdow\n');
    expect(
      await screen.findByText(/once nothing is wrong with it/),
    ).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Use shadow' }));
    const replay = startOf(
      await screen.findByRole('link', { name: 'Replay the last 7 days' }),
    );
    expect(replay.draft.changes).toEqual([
      { kind: 'text', text: expect.stringContaining('mode: shadow') },
    ]);
    expect(
      await screen.findByRole('link', { name: 'Simulate a request' }),
    ).toHaveAttribute('href', expect.stringContaining('#draft='));
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('does not let a text be tried in which names are masked', async () => {
    renderPolicy(
      {
        source: source(spec => {
          spec.owner = 'masked:default/masked';
        }),
      },
      { search: '?try=change' },
    );
    expect(
      await screen.findByText('You cannot try a change of it here'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox', { name: 'Text to try' })).toBeNull();
  });
});

const FIXTURES = {
  schemaVersion: 1,
  fixtures: [
    {
      name: 'a freeze stops it',
      given: {
        'action.id': 'deployments:deploy',
        'environment.name': 'production',
        'conditions.freeze': { active: true },
      },
      expect: { verdict: 'deny', rule: 'frozen' },
    },
    {
      name: 'and so it should not',
      given: {
        'action.id': 'deployments:deploy',
        'environment.name': 'production',
        'conditions.freeze': { active: true },
      },
      expect: { verdict: 'allow' },
    },
  ],
};

describe('the fixtures of a policy', () => {
  it('are run against what decides, with what none of them tries', async () => {
    const { container } = renderPolicy({}, { fixtures: FIXTURES });
    const list = await screen.findByRole('list', { name: 'Fixtures' });
    const [right, wrong] = within(list)
      .getAllByRole('listitem')
      .filter(item => item.parentElement === list);
    expect(right).toHaveTextContent('As expected');
    expect(wrong).toHaveTextContent('Otherwise');
    expect(wrong).toHaveTextContent('verdict: expected allow, got deny');
    expect(screen.getByText(/1 of 2 as expected/)).toHaveTextContent(
      /outcomes of its rules are tried/,
    );
    expect(screen.getByText('No fixture tries:')).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('say so where they cannot be read', async () => {
    renderPolicy({}, { fixtures: { fixtures: [{ nane: 'x' }] } });
    expect(
      await screen.findByText('These fixtures cannot be read.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/nane/, { selector: 'code' })).toBeInTheDocument();
  });

  it('can be one’s own', async () => {
    const { user } = renderPolicy();
    expect(
      await screen.findByText('Its entity holds no fixtures.'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Try fixtures of your own' }),
    );
    await user.click(
      await screen.findByRole('textbox', { name: 'Fixtures of your own' }),
    );
    await user.paste(JSON.stringify(FIXTURES));
    expect(await screen.findByText(/1 of 2 as expected/)).toBeInTheDocument();
  });
});

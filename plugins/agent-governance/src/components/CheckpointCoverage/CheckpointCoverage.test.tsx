import {
  aCheckpointCoverage,
  aCoverageCell,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import {
  AgentGovernanceApi,
  CheckpointCoverageCell,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/policies?view=coverage';

const nothing: Partial<CheckpointCoverageCell> = {
  state: 'uncovered',
  extent: undefined,
  rules: [],
};
const cells: CheckpointCoverageCell[] = [
  aCoverageCell({ environment: 'staging', ...nothing }),
  aCoverageCell({
    rules: [
      ...aCoverageCell().rules,
      {
        policyRef: 'agentpolicy:default/code-freeze',
        rule: 'frozen',
        effect: 'deny',
        extent: 'partly',
        dependsOn: [
          { on: 'owner', owner: 'group:default/payments' },
          { on: 'when', when: 'conditions.freeze.active' },
        ],
        grants: 'never',
      },
      {
        effect: 'allow',
        extent: 'partly',
        dependsOn: [],
        grants: 'with-another-level',
      },
    ],
    moreRules: 4,
    shadow: [
      {
        policyRef: 'agentpolicy:default/code-freeze',
        rule: 'tried',
        effect: 'deny',
        extent: 'always',
        dependsOn: [],
        grants: 'never',
      },
    ],
  }),
  aCoverageCell({
    actionId: 'tickets:close',
    environment: 'staging',
    state: 'allowed',
    extent: 'partly',
  }),
  aCoverageCell({ actionId: 'tickets:close', ...nothing }),
];

function renderCoverage(
  options: {
    cells?: CheckpointCoverageCell[];
    search?: string;
    overrides?: Partial<AgentGovernanceApi>;
  } = {},
) {
  const api = agentGovernanceApiMock({
    overrides: {
      getCheckpointCoverage: async () =>
        aCheckpointCoverage(options.cells ?? cells),
      ...options.overrides,
    },
  });
  const rendered = renderPlugin({
    path: `${PATH}${options.search ?? ''}`,
    api,
  });
  return { ...rendered, user: userEvent.setup() };
}

const matrix = () =>
  screen.findByRole('group', { name: 'Checkpoint coverage' });

describe('CheckpointCoverage', () => {
  it('begins with the number, and says of each action in each environment in words what holds', async () => {
    const { container } = renderCoverage();
    expect(
      await screen.findByText(
        '2 of 4 are uncovered, 1 in production; 1 is covered partly.',
      ),
    ).toBeInTheDocument();
    const [head, deploy, tickets] = within(await matrix()).getAllByRole('row');
    expect(head).toHaveTextContent('production, 1 uncovered');
    expect(deploy).toHaveTextContent('deployments:deploy');
    expect(
      within(deploy).getByRole('button', {
        name: 'deployments:deploy in production: A person first',
      }),
    ).toBeInTheDocument();
    expect(tickets).toHaveTextContent('Let through, partly');
    expect(tickets).toHaveTextContent('Uncovered');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('opens a cell to the rules that say so, what each depends on, and what it may not name', async () => {
    const { user, container } = renderCoverage();
    await user.click(
      await screen.findByRole('button', {
        name: 'deployments:deploy in production: A person first',
      }),
    );
    const detail = screen.getByRole('region', {
      name: 'deployments:deploy in production',
    });
    expect(detail).toHaveTextContent(
      'A person looks at every request, unless it is denied.',
    );
    const rules = within(detail).getByRole('list', {
      name: 'Rules that say so',
    });
    expect(rules).toHaveTextContent(
      'Has a person look, always: the rule irreversible of Nothing changes during a freeze',
    );
    expect(rules).toHaveTextContent(
      'Denies, partly: the rule frozen of Nothing changes during a freezethe target belongs to group:default/payments, or to a group below itconditions.freeze.active',
    );
    expect(rules).toHaveTextContent(
      'Lets through, partly: a rule of a policy that you may not see; a yes of this level alone is none',
    );
    expect(detail).toHaveTextContent('And 4 more.');
    expect(
      within(detail).getByRole('list', { name: 'Rules in shadow mode' }),
    ).toHaveTextContent('Denies, always: the rule tried');
    expect(
      within(rules).getAllByRole('link', {
        name: 'Nothing changes during a freeze',
      })[0],
    ).toHaveAttribute('href', expect.stringContaining('code-freeze'));
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('says of what nobody decided what that means', async () => {
    renderCoverage({
      search: '&cellAction=tickets:close&cellEnvironment=production',
    });
    expect(
      await screen.findByText(
        'No rule of any policy document could say anything about it. It runs only if the portal’s own policy grants it.',
      ),
    ).toBeInTheDocument();
  });

  it('shows only what is uncovered, or one environment, as the address says', async () => {
    const { user } = renderCoverage({ search: '&uncovered=only' });
    expect(within(await matrix()).queryByText(/A person first/)).toBeNull();
    expect(
      screen.getByRole('checkbox', { name: 'Uncovered only' }),
    ).toBeChecked();
    await user.click(screen.getByRole('checkbox', { name: 'Uncovered only' }));
    expect(
      within(await matrix()).getByText('A person first'),
    ).toBeInTheDocument();
    await user.type(screen.getByLabelText('Action'), 'tickets');
    expect(within(await matrix()).queryByText('deployments:deploy')).toBeNull();
  });

  it('says that everything is covered, and what else decides', async () => {
    const { user } = renderCoverage({
      cells: [aCoverageCell()],
      search: '&uncovered=only',
    });
    expect(
      await screen.findByText('None of 1 is uncovered.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/covered in every environment/),
    ).toBeInTheDocument();
    await user.click(
      screen.getByText('What else decides, and is not counted here'),
    );
    expect(
      screen.getByText('The portal’s own permission policy is code.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Coverage' })).toHaveAttribute(
      'href',
      '/agent-governance/coverage',
    );
  });

  it('shows fifty of two hundred actions at first, and the others when asked', async () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      aCoverageCell({ actionId: `tickets:action-${1000 + index}` }),
    );
    const { user } = renderCoverage({ cells: many });
    expect(within(await matrix()).getAllByRole('row')).toHaveLength(51);
    await user.click(
      screen.getByRole('button', { name: 'Show more of 200 actions' }),
    );
    expect(within(await matrix()).getAllByRole('row')).toHaveLength(101);
  });

  it('says so when the person may not look', async () => {
    renderCoverage({
      overrides: {
        getCheckpointCoverage: refuse(403, 'The policy does not allow it'),
      },
    });
    expect(
      await screen.findByText('You may not see what policies cover'),
    ).toBeInTheDocument();
  });
});

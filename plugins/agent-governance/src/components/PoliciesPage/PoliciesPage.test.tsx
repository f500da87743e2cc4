import {
  aPolicy,
  aPolicyDetail,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/policies';

const vanished = aPolicy({
  ref: 'agentpolicy:default/old',
  title: 'An old guardrail',
  state: 'vanished',
  standing: 'vanished',
  because: 'The catalog does not hold it any more.',
  revision: 4,
});
const policies = [
  aPolicy({ lately: { since: '2026-11-13', matched: 12, changed: 0 } }),
  aPolicy({
    ref: 'agentpolicy:default/team',
    lately: { since: '2026-11-13', matched: 1, changed: 1 },
    mode: 'shadow',
    title: 'What payments say',
    level: 'team',
    owner: 'group:default/payments',
    state: 'broken',
    problemCount: 2,
    unsatisfiableCount: 1,
  }),
  vanished,
];

function renderPolicies(
  options: Parameters<typeof agentGovernanceApiMock>[0] = { policies },
  search = '',
) {
  const api = agentGovernanceApiMock(options);
  const user = userEvent.setup();
  const rendered = renderPlugin({ path: `${PATH}${search}`, api });
  return { ...rendered, api, user };
}

describe('PoliciesPage', () => {
  it('lists policies with what became of each', async () => {
    const { container } = renderPolicies();
    const row = (await screen.findByText('What payments say')).closest('tr')!;
    expect(row).toHaveTextContent('Broken');
    expect(row).toHaveTextContent('2 problems, too few people');
    expect(row).toHaveTextContent('Team');
    expect(
      screen.getByRole('link', { name: 'Nothing changes during a freeze' }),
    ).toHaveAttribute('href', expect.stringContaining('code-freeze/policy'));
    expect(screen.getByText('3 policies')).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('looks for what the address says', async () => {
    const { api } = renderPolicies(undefined, '?state=broken&level=team');
    const list = jest.spyOn(api, 'listPolicies');
    const table = await screen.findByRole('grid');
    expect(
      await within(table).findByText('What payments say'),
    ).toBeInTheDocument();
    expect(within(table).queryByText('An old guardrail')).toBeNull();
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({ state: ['broken'], level: 'team' }),
    );
  });

  it('says what each decided lately', async () => {
    renderPolicies();
    const rowOf = async (title: string) =>
      (await screen.findByText(title)).closest('tr')!;
    expect(await rowOf('Nothing changes during a freeze')).toHaveTextContent(
      '12 decisions',
    );
    expect(await rowOf('What payments say')).toHaveTextContent(
      /1 decision.*would have changed 1/,
    );
    expect(await rowOf('An old guardrail')).toHaveTextContent('Not counted');
  });

  it('goes by the column that is chosen, and back, and keeps that in the address', async () => {
    const { user, api } = renderPolicies(undefined, '?state=broken');
    const list = jest.spyOn(api, 'listPolicies');
    for (const order of ['level', '-level']) {
      await user.click(
        await screen.findByRole('columnheader', { name: /Level/ }),
      );
      await waitFor(() =>
        expect(list).toHaveBeenCalledWith(
          expect.objectContaining({ order, state: ['broken'] }),
        ),
      );
    }
    expect(
      await screen.findByRole('columnheader', { name: /Level/ }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('finds those a change of which waits for people', async () => {
    const { user, api } = renderPolicies({
      policies: [aPolicy({ pending: true })],
    });
    const list = jest.spyOn(api, 'listPolicies');
    expect(
      await screen.findByText('a change waits for people'),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('switch', { name: 'A change waits for people' }),
    );
    await waitFor(() =>
      expect(list).toHaveBeenCalledWith(
        expect.objectContaining({ pending: true }),
      ),
    );
  });

  it('searches by name as it is typed', async () => {
    const { user } = renderPolicies();
    await screen.findByText('What payments say');
    await user.type(screen.getByLabelText('Name'), 'freeze');
    expect(await screen.findByText('1 policy')).toBeInTheDocument();
    expect(screen.queryByText('What payments say')).toBeNull();
    expect(screen.getByLabelText('Name')).toHaveValue('freeze');
  });

  it('says what would be here, and that nothing is like the filter', async () => {
    renderPolicies({ policies: [] });
    expect(
      await screen.findByText('There are no policies you may see.'),
    ).toBeInTheDocument();
  });

  it('says so when the person may not look, and shows no banner to them', async () => {
    renderPolicies({
      overrides: { listPolicies: refuse(403, 'The policy does not allow it') },
    });
    const alerts = await screen.findAllByRole('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toHaveTextContent('You may not see the policies');
  });

  it('is loud on every page of governance while one is broken or vanished', async () => {
    renderPlugin({
      path: '/agent-governance/freezes',
      api: agentGovernanceApiMock({ policies }),
    });
    const banner = await screen.findByText(
      '2 policies do not decide as they are written',
    );
    const alert = banner.closest<HTMLElement>('[role="alert"]')!;
    expect(alert).toHaveTextContent('What payments say, An old guardrail');
    expect(
      within(alert).getByRole('link', { name: 'Look at them' }),
    ).toHaveAttribute('href', `${PATH}?state=broken&state=vanished`);
  });

  it('does not take a portal that cannot say for one without trouble', async () => {
    renderPlugin({
      path: '/agent-governance/freezes',
      api: agentGovernanceApiMock({
        overrides: { listPolicies: refuse(503, 'The catalog did not answer') },
      }),
    });
    expect(
      await screen.findByText('Could not read whether a policy is broken'),
    ).toBeInTheDocument();
  });

  it('lets who may confirm that a vanished one is gone, and leads back', async () => {
    const { user, api } = renderPolicies(
      {
        policies,
        overrides: {
          getPolicy: async () =>
            aPolicyDetail({
              ...vanished,
              confirmers: ['group:default/platform'],
              mayConfirm: true,
            }),
        },
      },
      `?policy=${vanished.ref}`,
    );
    const confirm = jest.spyOn(api, 'confirmPolicy');
    expect(
      await screen.findByText(
        'This policy vanished, and still forbids what it forbade',
      ),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: 'Confirm that it is gone' }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Comment'), 'Replaced.');
    await user.click(
      within(dialog).getByRole('button', { name: 'It is gone' }),
    );
    await waitFor(() =>
      expect(confirm).toHaveBeenCalledWith(vanished.ref, {
        revision: 4,
        comment: 'Replaced.',
      }),
    );
    expect(await screen.findByText('3 policies')).toBeInTheDocument();
  });

  it('says it when the policy changed in between', async () => {
    const { user } = renderPolicies(
      {
        policies,
        overrides: {
          getPolicy: async () =>
            aPolicyDetail({ ...vanished, mayConfirm: true }),
          confirmPolicy: refuse(409, 'The policy is enforcing at revision 5'),
        },
      },
      `?policy=${vanished.ref}`,
    );
    await user.click(
      await screen.findByRole('button', { name: 'Confirm that it is gone' }),
    );
    await user.click(await screen.findByRole('button', { name: 'It is gone' }));
    expect(
      await screen.findByText('This policy changed, look again'),
    ).toBeInTheDocument();
  });
});

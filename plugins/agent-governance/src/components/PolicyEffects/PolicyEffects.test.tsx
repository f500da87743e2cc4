import {
  agentGovernanceApiMock,
  effectCounts,
  refuse,
  somePolicyEffects,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import {
  AgentGovernanceApi,
  PolicyEffects as Effects,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentGovernanceQueryProvider,
  agentGovernanceApiRef,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { replaysRouteRef } from '../../routes';
import { PolicyEffects } from './PolicyEffects';

const REF = 'agentpolicy:default/code-freeze';

function renderEffects(
  overrides: Partial<AgentGovernanceApi> | Partial<Effects> = {},
) {
  const api = agentGovernanceApiMock({
    overrides:
      'getPolicyEffects' in overrides
        ? overrides
        : {
            getPolicyEffects: async () =>
              somePolicyEffects(overrides as Partial<Effects>),
          },
  });
  const ask = jest.spyOn(api, 'getPolicyEffects');
  const rendered = renderInTestApp(
    <AgentGovernanceQueryProvider>
      <PolicyEffects policyRef={REF} />
    </AgentGovernanceQueryProvider>,
    {
      apis: [[agentGovernanceApiRef, api]],
      mountedRoutes: {
        '/agent-governance/replays': replaysRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return { ...rendered, ask, user: userEvent.setup() };
}

describe('PolicyEffects', () => {
  it('says what a policy in shadow mode would have done, by day, agent and rule', async () => {
    const { container } = renderEffects();
    expect(
      await screen.findByText(
        'In shadow mode it would have changed 15 of 340 decisions: it would have denied 12, held 3.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /the most on 2026-11-20: 200/ }),
    ).toBeInTheDocument();
    const agents = screen.getByRole('group', {
      name: 'What it came to, by agent',
    });
    const [, bot] = within(agents).getAllByRole('row');
    expect(bot).toHaveTextContent('deploy-bot3001200012');
    expect(screen.getByRole('row', { name: /frozen/ })).toHaveTextContent('12');
    expect(
      screen.getByText(
        'It was allowed, and would have been denied with this policy (frozen).',
      ),
    ).toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('has every number of the picture in a table, one press away', async () => {
    const { user, container } = renderEffects();
    await user.click(await screen.findByText('By day, in numbers'));
    const days = screen.getByRole('group', { name: 'What it came to, by day' });
    expect(
      within(days).getByRole('row', { name: /2026-11-18/ }),
    ).toHaveTextContent('2026-11-181401000010');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('takes the same days to a replay in which it is enforced', async () => {
    renderEffects();
    const link = await screen.findByRole('link', {
      name: 'Replay these days with it enforced',
    });
    const url = new URL(link.getAttribute('href')!, 'http://portal');
    expect(url.pathname).toBe('/agent-governance/replays');
    expect(JSON.parse(url.searchParams.get('start')!)).toEqual({
      title: `${REF} enforced`,
      scope: {
        from: '2026-11-18T00:00:00.000Z',
        to: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      draft: { changes: [{ kind: 'mode', policyRef: REF, mode: 'enforce' }] },
    });
  });

  it('says of an enforced policy what it came to, and offers no replay of what it does already', async () => {
    const enforce = effectCounts({
      decisions: 9,
      denied: 1,
      held: 2,
      allowed: 4,
    });
    renderEffects({ total: { enforce, shadow: effectCounts() } });
    expect(
      await screen.findByText(
        'It applied to 9 decisions: denied 1, held 2, let through 4.',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /Replay/ })).toBeNull();
  });

  it('looks at as many days as the address says, and as are chosen', async () => {
    const { ask, user } = renderEffects();
    await screen.findByText(/340 decisions/);
    expect(ask).toHaveBeenCalledWith(REF, { days: 30 });
    await user.click(screen.getByRole('button', { name: /Days/ }));
    await user.click(await screen.findByRole('option', { name: '7 days' }));
    expect(ask).toHaveBeenLastCalledWith(REF, { days: 7 });
  });

  it('says that it applied to nothing, that it is not all, and that counting is behind', async () => {
    renderEffects({
      total: { enforce: effectCounts(), shadow: effectCounts() },
      catchingUp: true,
      partial: true,
    });
    expect(
      await screen.findByText('It applied to no decision that you may see.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Still counting')).toBeInTheDocument();
    expect(screen.getByText('Part of it')).toBeInTheDocument();
  });

  it('says so when it cannot be read', async () => {
    renderEffects({ getPolicyEffects: refuse(503, 'The catalog is down') });
    expect(
      await screen.findByText('Could not read what this policy did'),
    ).toBeInTheDocument();
  });
});

import {
  agentGovernanceApiMock,
  anAgent,
  anOutlook,
  anOutlookVerdict,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

function renderTab(options: Parameters<typeof agentGovernanceApiMock>[0]) {
  const api = agentGovernanceApiMock(options);
  return {
    ...renderOnEntity({ show: 'content', entity: anEntity(), api }),
    user: userEvent.setup(),
  };
}

const section = async () =>
  (
    await screen.findByRole('heading', { name: 'What may agents do here now?' })
  ).closest('article')! as HTMLElement;

const UNBLOCK = {
  kind: 'freeze-ends',
  message: 'The freeze "Release week" ends.',
  who: ['group:default/sre'],
  verdict: 'allow',
} as const;

describe('AgentOutlook', () => {
  it('says for every action and environment what would be decided, and why on demand', async () => {
    const { user, container } = renderTab({
      overrides: {
        getOutlook: async (targetRef, { agent, action }) =>
          action
            ? anOutlook({
                targetRef,
                agentRef: agent,
                environments: ['production'],
                actions: [
                  {
                    ...anOutlook().actions[0],
                    verdicts: [
                      anOutlookVerdict({
                        environment: 'production',
                        verdict: 'deny',
                        reason: 'denied',
                        because: 'Denied: production is frozen.',
                        unblock: [{ ...UNBLOCK, who: [...UNBLOCK.who] }],
                      }),
                    ],
                  },
                ],
              })
            : anOutlook({ targetRef, agentRef: agent }),
      },
    });
    const part = await section();
    expect(
      await within(part).findByRole('button', {
        name: /Deploy in staging:\s*Allowed/,
      }),
    ).toHaveAttribute('aria-expanded', 'false');
    const refused = within(part).getByRole('button', {
      name: /Deploy in production:\s*Denied/,
    });
    await user.click(refused);
    expect(refused).toHaveAttribute('aria-expanded', 'true');
    const why = await within(part).findByRole('region', { name: 'Why' });
    expect(
      await within(why).findByText('Denied: production is frozen.'),
    ).toBeInTheDocument();
    expect(within(why).getByRole('listitem')).toHaveTextContent(
      'The freeze "Release week" ends.',
    );
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('asks first about an agent that operates this entity', async () => {
    const stranger = anAgent({ ref: 'agent:default/a', title: 'Stranger' });
    const operator = anAgent({ ref: 'agent:default/z', title: 'Operator' });
    const asked: string[] = [];
    renderTab({
      overrides: {
        listAgents: async ({ operating } = {}) =>
          operating ? [operator] : [stranger, operator],
        getOutlook: async (targetRef, { agent }) => {
          asked.push(agent);
          return anOutlook({ targetRef, agentRef: agent });
        },
      },
    });
    await within(await section()).findByRole('button', { name: /staging/ });
    expect(asked.at(-1)).toBe('agent:default/z');
  });

  it('says when nothing is for such an entity, when there are no agents, and when it could not be read', async () => {
    const nothing = renderTab({
      overrides: { getOutlook: async () => anOutlook({ actions: [] }) },
    });
    expect(
      await screen.findByText('No action is for an entity of this kind.'),
    ).toBeInTheDocument();
    nothing.unmount();

    const nobody = renderTab({ overrides: { listAgents: async () => [] } });
    expect(
      await screen.findByText('There are no agents you may see.'),
    ).toBeInTheDocument();
    nobody.unmount();

    renderTab({ overrides: { getOutlook: refuse(400, 'away') } });
    expect(
      await screen.findByText('Could not read what this agent may do here'),
    ).toBeInTheDocument();
  });
});

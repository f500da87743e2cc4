import {
  aDelegation,
  aReach,
  aReachVerdict,
  aRequest,
  aStop,
  agentGovernanceApiMock,
  anAgentIdentity,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

const BOT = 'agent:default/deploy-bot';
const SERVICE = 'component:default/payments-api';

function renderAgent(
  view: string,
  options: Parameters<typeof agentGovernanceApiMock>[0] = {},
) {
  const api = agentGovernanceApiMock(options);
  const getReach = jest.spyOn(api, 'getReach');
  const list = jest.spyOn(api, 'listActionRequests');
  const rendered = renderOnEntity({
    show: 'content',
    entity: anEntity('Agent', 'deploy-bot'),
    others: [anEntity()],
    search: `?view=${view}`,
    api,
  });
  return { ...rendered, getReach, list, user: userEvent.setup() };
}

const accessible = async (container: HTMLElement) =>
  expect(
    await axe(container.querySelector('[data-agent-governance]')!),
  ).toHaveNoViolations();

describe('the page of an agent', () => {
  it('opens on what it did, and its other views have an address', async () => {
    const { user, container } = renderAgent('');
    expect(
      await screen.findByRole('heading', { name: 'Audit trail' }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('tab', { name: 'Identity' }));
    expect(
      await screen.findByRole('heading', { name: 'Keys' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Audit trail' })).toBeNull();
    await accessible(container);
  });

  it('looks among its own requests for what the address says', async () => {
    const { list, container } = renderAgent('requests&state=held', {
      requests: [aRequest({ actionTitle: 'Deploy it' })],
    });
    expect(
      await screen.findByRole('link', { name: 'Deploy it' }),
    ).toBeInTheDocument();
    expect(list).toHaveBeenCalledWith(
      expect.objectContaining({ agent: BOT, state: ['held'] }),
    );
    const filters = screen.getByRole('form', { name: 'Filters' });
    expect(within(filters).getByText('Action')).toBeInTheDocument();
    expect(within(filters).queryByText('Agent')).toBeNull();
    await accessible(container);
  });

  describe('identity', () => {
    it('tells keys in use from those it no longer has, and when each was used', async () => {
      const { container } = renderAgent('identity', {
        delegations: [aDelegation()],
      });
      const current = (await screen.findByText(/^kPrK_/)).closest('li')!;
      expect(current).toHaveTextContent(/In its entity.*ES256.*current/);
      expect(current).toHaveTextContent(/Last used .*first .*the token it got/);
      const old = screen.getByText(/^Nzb/).closest('li')!;
      expect(old).toHaveTextContent('No longer in its entity');
      const elsewhere = screen
        .getByText('system:serviceaccount:agents:deploy-bot')
        .closest('li')!;
      expect(elsewhere).toHaveTextContent('Never used to sign in.');
      expect(
        await screen.findByText('Rolls out what I merge this week'),
      ).toBeInTheDocument();
      await accessible(container);
    });

    it('invariant 11: does not take what nobody could say for what was never used', async () => {
      renderAgent('identity', {
        overrides: {
          getAgentIdentity: async () =>
            anAgentIdentity({
              signIns: { state: 'unreachable', because: 'It did not answer.' },
              identities: [
                {
                  issuerId: 'gone',
                  subject: 'bot',
                  isInEntity: true,
                  isBelieved: false,
                },
              ],
            }),
        },
      });
      expect(
        await screen.findByText('It is not known when these were used'),
      ).toBeInTheDocument();
      expect(screen.queryByText('Never used to sign in.')).toBeNull();
      expect(screen.getByText('Issuer not believed')).toBeInTheDocument();
    });

    it('says when it may not be seen, and that there is nothing', async () => {
      const { unmount } = renderAgent('identity', {
        overrides: { getAgentIdentity: refuse(403, 'No') },
      });
      expect(
        await screen.findByText(
          'You may not see what this agent proves itself with',
        ),
      ).toBeInTheDocument();
      unmount();
      renderAgent('identity', {
        overrides: {
          getAgentIdentity: async () =>
            anAgentIdentity({ keys: [], identities: [] }),
        },
      });
      expect(await screen.findByText('It has no key.')).toBeInTheDocument();
      expect(screen.getByText('It is nobody elsewhere.')).toBeInTheDocument();
    });
  });

  describe('reach', () => {
    it('tells what it may run, what waits for a person, and three kinds of no apart by word', async () => {
      const verdicts = [
        { verdict: 'allow', reason: 'granted' },
        { verdict: 'hold', reason: 'granted' },
        { verdict: 'deny', reason: 'denied' },
        { verdict: 'deny', reason: 'not-granted' },
        { verdict: 'deny', reason: 'could-not-evaluate' },
      ] as const;
      const { container } = renderAgent('reach', {
        overrides: {
          getReach: async (agent, query) => ({
            ...aReach(agent, {
              ...query,
              actions: [...verdicts.map((_, at) => `a:${at}`), 'other:one'],
            }),
            targets: [
              {
                targetRef: SERVICE,
                verdicts: verdicts.map((verdict, at) =>
                  aReachVerdict({ actionId: `a:${at}`, ...verdict }),
                ),
              },
            ],
          }),
        },
      });
      const row = (await screen.findByRole('rowheader')).closest('tr')!;
      expect(
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent!.replace(/^.*: (?=[A-Z])/, '')),
      ).toEqual([
        'May run',
        'A person first',
        'Never',
        'Never: not granted',
        'Could not evaluate',
        'Not for this',
      ]);
      await accessible(container);
    });

    it('asks only about what is on screen, as the address says', async () => {
      const { getReach } = renderAgent('reach&environment=production');
      await screen.findByRole('rowheader');
      expect(getReach).toHaveBeenCalledWith(
        BOT,
        {
          targets: [SERVICE],
          actions: ['deployments:deploy'],
          environment: 'production',
        },
        expect.anything(),
      );
    });

    it('opens a cell to why, and says it in the address', async () => {
      const { user } = renderAgent('reach');
      const cell = await screen.findByRole('button', { name: /May run/ });
      await user.click(cell);
      const why = await screen.findByRole('region', { name: 'Why' });
      expect(
        await within(why).findByText(/the target belongs to the agent’s owner/),
      ).toBeInTheDocument();
      expect(cell).toHaveAttribute('aria-expanded', 'true');
    });

    it('says that there is nothing like this, and that it could not be read', async () => {
      const { unmount } = renderAgent('reach&kind=resource');
      expect(
        await screen.findByText('There is no such entity that you may see.'),
      ).toBeInTheDocument();
      unmount();
      renderAgent('reach', { overrides: { getReach: refuse(400, 'No') } });
      expect(
        await screen.findByText('Could not read what this agent could do'),
      ).toBeInTheDocument();
    });
  });

  it('shows what stops it, and lets a person agree to the release', async () => {
    const { user } = renderAgent('stops', {
      stops: [aStop({ scope: { kind: 'agent', ref: BOT } })],
    });
    await user.click(await screen.findByRole('button', { name: 'Release' }));
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByText('No stop that this agent felt was ever released.'),
      ).toBeInTheDocument(),
    );
  });

  it('opens the release of one of its stops from a link', async () => {
    renderAgent('stops&release=stop-1', {
      stops: [aStop({ scope: { kind: 'agent', ref: BOT } })],
    });
    expect(
      await screen.findByRole('dialog', { name: 'Release this stop?' }),
    ).toBeInTheDocument();
  });
});

import { SimulationInput } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  aSimulation,
  agentGovernanceApiMock,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderPlugin } from '../../__testUtils__/renderPlugin';
import { writeAddress } from './address/formAddress';
import { EMPTY_FORM, SimulatorForm } from './SimulatorForm';

const PATH = '/agent-governance/simulator';
const ASKED: SimulatorForm = {
  ...EMPTY_FORM,
  agent: 'agent:default/deploy-bot',
  action: 'deployments:deploy',
  target: 'component:default/payments-api',
  environment: 'production',
  input: '{"version":"1.4.2"}',
};
const POLICY = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata: { name: mine }
spec:
  owner: group:default/payments
  level: team
  rules:
    - { name: no, effect: deny }
`;

async function renderSimulator(
  form: SimulatorForm = EMPTY_FORM,
  simulate: (input: SimulationInput) => Promise<unknown> = async input =>
    aSimulation(input),
) {
  const { search, hash } = await writeAddress(form);
  const api = agentGovernanceApiMock({
    overrides: {
      simulate: simulate as ReturnType<
        typeof agentGovernanceApiMock
      >['simulate'],
    },
  });
  const asked = jest.spyOn(api, 'simulate');
  const rendered = renderPlugin({
    path: `${PATH}${search === '?' ? '' : search}${hash}`,
    api,
    entities: [anEntity()],
  });
  const user = userEvent.setup();
  const copied = jest.spyOn(navigator.clipboard, 'writeText');
  return { ...rendered, asked, user, copied };
}

const accessible = async (container: HTMLElement) =>
  expect(
    await axe(container.querySelector('[data-agent-governance]')!),
  ).toHaveNoViolations();
const button = (name: string) => screen.findByRole('button', { name });

describe('SimulatorPage', () => {
  it('asks nothing of the portal before it is told what, and says what it still takes', async () => {
    const { container, asked } = await renderSimulator();
    expect(
      await screen.findByText('Nothing is simulated yet.'),
    ).toBeInTheDocument();
    expect(await button('Simulate')).toBeDisabled();
    expect(screen.getByText('Choose the agent')).toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
    await accessible(container);
  });

  it('reads all of it from the address, and shows the path, who would look and what would turn it', async () => {
    const { container, asked } = await renderSimulator({
      ...ASKED,
      at: '2026-11-27T17:00:00.000Z',
      zone: 'Europe/Berlin',
      facts: [
        { path: 'conditions.health', state: 'unknown', text: '' },
        { path: 'topology.dependents', state: 'known', text: '40' },
      ],
    });
    const path = await screen.findByRole('region', {
      name: 'As it would be decided',
    });
    expect(path).toHaveTextContent('Portal');
    expect(path).toHaveTextContent(/1 person of/);
    expect(
      within(path).getByRole('heading', { name: 'Who could unblock it' }),
    ).toBeInTheDocument();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked.mock.calls[0][0]).toEqual({
      agentRef: 'agent:default/deploy-bot',
      actionId: 'deployments:deploy',
      targetRef: 'component:default/payments-api',
      environment: 'production',
      input: { version: '1.4.2' },
      at: '2026-11-27T17:00:00.000Z',
      zone: 'Europe/Berlin',
      facts: [
        { path: 'conditions.health', state: 'unknown' },
        { path: 'topology.dependents', state: 'known', value: 40 },
      ],
    });
    expect(
      screen.getByText(/Nothing was recorded, and nothing is authorised/),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Overridden').length).toBeGreaterThan(0);
    await accessible(container);
  });

  it('overrides a fact by its type, and says what is wrong with a value', async () => {
    const { user, asked } = await renderSimulator({
      ...ASKED,
      facts: [{ path: 'topology.dependents', state: 'known', text: '12' }],
    });
    const rows = await screen.findByRole('list', { name: 'Overridden facts' });
    const value = within(rows).getByRole('textbox', { name: 'Value' });
    await user.clear(value);
    await user.type(value, 'many');
    expect(
      within(rows).getByText(/'topology.dependents'.*whole number/),
    ).toBeInTheDocument();
    expect(await button('Simulate')).toBeDisabled();
    await user.clear(value);
    await user.type(value, '40');
    expect(screen.getByText(/Changed since/)).toBeInTheDocument();
    await user.click(await button('Simulate'));
    await waitFor(() =>
      expect(asked).toHaveBeenLastCalledWith(
        expect.objectContaining({
          facts: [{ path: 'topology.dependents', state: 'known', value: 40 }],
        }),
        expect.anything(),
      ),
    );
    await user.click(await button('Take it as it is: topology.dependents'));
    await user.click(await button('Simulate'));
    await waitFor(() =>
      expect(asked.mock.lastCall![0]).not.toHaveProperty('facts'),
    );
  });

  it('shows what a draft changes, in words, side by side', async () => {
    const before = aSimulation();
    const decision = {
      ...before.result.decision,
      verdict: 'deny' as const,
      reason: 'denied' as const,
      because: 'Denied: not now.',
      checkpoints: [],
    };
    const { container, asked } = await renderSimulator(
      {
        ...ASKED,
        text: POLICY,
        changes: [{ ref: 'agentpolicy:default/old', change: 'off' }],
      },
      async () => ({
        ...before,
        drafted: { decision, unblock: [] },
        policies: [
          {
            ref: 'agentpolicy:default/mine',
            title: 'mine',
            change: 'added',
            inert: 'it may not speak for the organization',
            warnings: [],
          },
        ],
      }),
    );
    const table = await screen.findByRole('table', { name: 'What differs' });
    const verdict = within(table).getByRole('row', { name: /Verdict/ });
    expect(verdict).toHaveTextContent(/Differs.*hold.*deny \(denied\)/);
    expect(
      screen.getByRole('region', { name: 'With the policies in force' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'With the draft' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('list', { name: 'What the draft changes' }),
    ).toHaveTextContent(/would be new.*Counts for nothing.*may not speak/);
    expect(asked.mock.calls[0][0].draft).toEqual({
      changes: [
        { kind: 'text', text: POLICY },
        { kind: 'off', policyRef: 'agentpolicy:default/old' },
      ],
    });
    await accessible(container);
  });

  it('copies a link that says all of it, and says when it is too long for one', async () => {
    const { user, asked, copied } = await renderSimulator({
      ...ASKED,
      text: POLICY,
    });
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await user.click(await button('Copy link'));
    expect(await screen.findByText('Link copied.')).toBeInTheDocument();
    const link = new URL(copied.mock.lastCall![0]);
    const { search, hash } = await writeAddress({ ...ASKED, text: POLICY });
    expect([link.search, link.hash]).toEqual([search, hash]);

    const input = screen.getByRole('textbox', { name: 'Input' });
    await user.clear(input);
    await user.click(input);
    await user.paste(JSON.stringify({ version: 'x'.repeat(20_000) }));
    await user.click(await button('Copy link'));
    expect(await screen.findByText(/Too long for a link/)).toBeInTheDocument();
    await user.click(await button('Simulate'));
    expect(
      await screen.findByText('This is too long for a link'),
    ).toBeInTheDocument();
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
  });

  it('copies a decision as a fixture', async () => {
    const { user, copied } = await renderSimulator(ASKED);
    await user.click(await button('Copy as fixture'));
    const fixture = await screen.findByRole('textbox', { name: 'Fixture' });
    expect((fixture as HTMLTextAreaElement).value).toMatch(
      /^- name: "?deployments:deploy in production: hold"?[^]*expect:/,
    );
    expect(copied).toHaveBeenCalledWith((fixture as HTMLTextAreaElement).value);
  });

  it('starts from a recorded decision, until it is told to gather anew', async () => {
    const { user, asked } = await renderSimulator({
      ...EMPTY_FORM,
      decision: 'decision-1',
    });
    expect(
      await screen.findByText('Starts from a recorded decision'),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(asked.mock.calls[0][0]).toEqual({ decisionId: 'decision-1' }),
    );
    await user.click(await button('Gather facts anew'));
    expect(screen.getByText('Choose the agent')).toBeInTheDocument();
  });

  it.each([
    [400, `'facts[0]' is wrong`, 'This cannot be simulated as it is'],
    [403, 'No', 'You may not see what would be decided'],
    [404, 'No', 'There is no such thing here, or you may not see it'],
    [409, 'The agent is retired', 'A request would be turned away before'],
    [429, 'Later', 'You simulate more than one person may at a time'],
  ])(
    'tells what the portal said when it answers %s',
    async (status, said, title) => {
      const { container } = await renderSimulator(ASKED, refuse(status, said));
      expect(await screen.findByText(new RegExp(title))).toBeInTheDocument();
      expect(screen.getByRole('alert')).toHaveTextContent(said);
      await accessible(container);
    },
  );

  it('fills in what a link says that asks nothing yet, and does not run it', async () => {
    const { asked } = await renderSimulator({ ...ASKED, input: '' });
    expect(await screen.findByText('Nothing is simulated yet.')).toBeVisible();
    expect(await button('Simulate')).toBeEnabled();
    expect(asked).not.toHaveBeenCalled();
  });

  it('says that a draft in a link was cut off, and runs nothing without it', async () => {
    const { search } = await writeAddress(ASKED);
    const api = agentGovernanceApiMock();
    const asked = jest.spyOn(api, 'simulate');
    renderPlugin({ path: `${PATH}${search}#draft=x123`, api });
    expect(
      await screen.findByText('The draft in this link cannot be read'),
    ).toBeInTheDocument();
    expect(asked).not.toHaveBeenCalled();
  });
});

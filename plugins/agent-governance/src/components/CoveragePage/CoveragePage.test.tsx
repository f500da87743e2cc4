import {
  agentGovernanceApiMock,
  anMcpServer,
  anMcpTool,
  anMcpToolInDetail,
  refuse,
  someAgentCoverage,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderPlugin } from '../../__testUtils__/renderPlugin';

const PATH = '/agent-governance/coverage';
const server = anMcpServer({
  tools: { new: 1, changed: 1, accepted: 998, gone: 0 },
  problems: ['The name "Bad tool" does not fit.'],
});
const tools = [
  anMcpTool(),
  anMcpTool({ name: 'read_ticket', title: 'Read a ticket', state: 'accepted' }),
];

function renderCoverage(
  search: string,
  options: Parameters<typeof agentGovernanceApiMock>[0] = {},
) {
  const coverage = someAgentCoverage({ mcpServers: [server] });
  const api = agentGovernanceApiMock({
    mcpServers: [server],
    mcpTools: tools,
    ...options,
    overrides: { getCoverage: async () => coverage, ...options.overrides },
  });
  const list = jest.spyOn(api, 'listMcpTools');
  const rendered = renderPlugin({ path: `${PATH}${search}`, api });
  return { ...rendered, list, user: userEvent.setup() };
}

const accessible = async (container: HTMLElement) =>
  expect(
    await axe(container.querySelector('[data-agent-governance]')!),
  ).toHaveNoViolations();

describe('CoveragePage', () => {
  it('opens on the roads, and says first what asks for attention', async () => {
    const { container } = renderCoverage('');
    const road = (await screen.findByText('Service tokens')).closest('li')!;
    expect(road).toHaveTextContent(/Not governed.*registry \(static\)/);
    expect(
      screen.getByText(/new tools: 1 · changed tools: 1.*problems: 1/),
    ).toBeInTheDocument();
    await accessible(container);
  });

  it('is closed to who may not read the record, and says so', async () => {
    renderCoverage('', { overrides: { getCoverage: refuse(403, 'No') } });
    expect(
      await screen.findByText('You may not see the coverage of this portal'),
    ).toBeInTheDocument();
  });

  it('tells what of a plugin is open, route by route', async () => {
    const { user, container } = renderCoverage('?view=plugins');
    await user.click(await screen.findByText(/1 mapped route/));
    expect(await screen.findByText('/entities/by-query')).toBeInTheDocument();
    expect(screen.getByText('POST /locations')).toBeInTheDocument();
    await accessible(container);
  });

  it('tells mapped actions from those nobody mapped', async () => {
    const [catalog] = someAgentCoverage().plugins;
    const [action] = catalog.portalActions;
    const unmapped = {
      ...action,
      actionId: 'catalog:drop',
      title: 'Drop it',
      mapped: false,
    };
    const { container } = renderCoverage('?view=actions&mapping=unmapped', {
      overrides: {
        getCoverage: async () =>
          someAgentCoverage({
            plugins: [{ ...catalog, portalActions: [action, unmapped] }],
          }),
      },
    });
    const list = await screen.findByRole('list', { name: 'Portal actions' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(list).toHaveTextContent(/Unmapped.*Drop it/);
    await accessible(container);
  });

  it('looks for tools as the address says, a page at a time', async () => {
    const { list, user, container } = renderCoverage('?view=servers');
    await user.click(
      await screen.findByRole('button', { name: 'Show tools of tickets' }),
    );
    expect(await screen.findByText('Close a ticket')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Find a tool'), 'read');
    await waitFor(() =>
      expect(screen.queryByText('Close a ticket')).toBeNull(),
    );
    expect(list).toHaveBeenLastCalledWith(
      'tickets',
      expect.objectContaining({ text: 'read', limit: 50 }),
    );
    expect(
      screen.getByText('The name "Bad tool" does not fit.'),
    ).toBeInTheDocument();
    await accessible(container);
  });

  it('shows what changed as plain text, with what hides in it', async () => {
    const tool = anMcpTool({ state: 'changed' });
    const { user, container } = renderCoverage('?view=servers&server=tickets', {
      mcpTools: [tool],
      overrides: {
        getMcpTool: async () =>
          anMcpToolInDetail({
            ...tool,
            differences: [
              {
                path: '/description',
                before: 'Closes it.',
                after: '<b>Closes</b> it \u202eneve',
              },
            ],
          }),
      },
    });
    await user.click(await screen.findByText(/It says something else/));
    const row = await screen.findByRole('row', { name: /description/ });
    expect(row).toHaveTextContent('<b>Closes</b> it U+202Eneve');
    expect(row.querySelector('b')).toBeNull();
    await accessible(container);
  });
});

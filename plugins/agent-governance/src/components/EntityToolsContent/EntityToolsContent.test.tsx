import {
  AgentGovernanceApi,
  McpToolDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  agentGovernanceApiMock,
  anMcpServer,
  anMcpToolInDetail,
  refuse,
} from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { anEntity, renderOnEntity } from '../../__testUtils__/renderPlugin';

function renderTools(
  tools: McpToolDetail[],
  overrides: Partial<AgentGovernanceApi> = {},
) {
  const entity = anEntity('API', 'tickets-mcp');
  return renderOnEntity({
    show: 'tools',
    entity: { ...entity, spec: { ...entity.spec, type: 'mcp-server' } },
    api: agentGovernanceApiMock({
      overrides: {
        listMcpServers: async () => [anMcpServer()],
        listMcpTools: async () => ({ items: tools }),
        getMcpTool: async (_server, name) =>
          tools.find(tool => tool.name === name)!,
        ...overrides,
      },
    }),
  });
}

const changed = anMcpToolInDetail({
  state: 'changed',
  acceptedDigest: 'cd'.repeat(32),
  acceptedBy: 'user:default/sam',
  acceptedAt: '2026-11-19T09:00:00.000Z',
  differences: [
    {
      path: '/description',
      before: 'Closes it for good.',
      after: 'Closes it \u202eerehwyna',
    },
  ],
});

describe('EntityToolsContent', () => {
  it('shows tools with their state, and how they are governed', async () => {
    const { container } = renderTools([
      anMcpToolInDetail(),
      anMcpToolInDetail({
        name: 'find_ticket',
        title: 'Find a ticket',
        state: 'accepted',
        effectClass: 'read',
        target: { input: 'ticket' },
      }),
    ]);
    const fresh = (await screen.findByText('Close a ticket')).closest('li')!;
    expect(fresh).toHaveTextContent('New');
    expect(fresh).toHaveTextContent('cannot be undone');
    expect(fresh).toHaveTextContent('no agent can call it');
    const known = screen.getByText('Find a ticket').closest('li')!;
    expect(known).toHaveTextContent('Accepted');
    expect(known).toHaveTextContent('changes nothing');
    expect(known).not.toHaveTextContent('undone');
    expect(known).toHaveTextContent('what its input names in ticket');
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();
  });

  it('accepts exactly what was looked at, with what changed beside it', async () => {
    const acceptMcpTool = jest.fn(async () =>
      anMcpToolInDetail({ state: 'accepted' }),
    );
    const { container } = renderTools([changed], { acceptMcpTool });
    await userEvent.click(await screen.findByText(/It says something else/));
    const row = (await screen.findByText('/description')).closest('tr')!;
    // what would turn the text around is shown by its number
    expect(within(row).getByText('U+202E')).toBeInTheDocument();
    expect(
      await axe(container.querySelector('[data-agent-governance]')!),
    ).toHaveNoViolations();

    await userEvent.type(screen.getByLabelText('Comment'), 'Asked them');
    await userEvent.click(
      screen.getByRole('button', { name: 'Accept it as it is: close_ticket' }),
    );
    expect(acceptMcpTool).toHaveBeenCalledWith('tickets', 'close_ticket', {
      digest: changed.digest,
      comment: 'Asked them',
    });
  });

  it('asks to look again when it changed meanwhile', async () => {
    renderTools([changed], {
      acceptMcpTool: refuse(409, 'The tool says something else'),
    });
    await userEvent.click(await screen.findByText(/It says something else/));
    await userEvent.click(
      await screen.findByRole('button', { name: /^Accept/ }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This tool changed, look again');
    expect(
      within(alert).getByRole('button', { name: 'Look again' }),
    ).toBeInTheDocument();
  });

  it('says who can accept it to who cannot', async () => {
    renderTools([anMcpToolInDetail({ mayAccept: false })]);
    await userEvent.click(await screen.findByText(/Nobody accepted it yet/));
    expect(
      await screen.findByText(/It can be accepted by/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
  });

  it('says that a server is down, and what of it is not offered', async () => {
    renderTools([], {
      listMcpServers: async () => [
        anMcpServer({
          state: 'down',
          because: 'The server cannot be reached',
          problems: [`'a b' has a name that does not fit`],
        }),
      ],
    });
    expect(await screen.findByText('Down')).toBeInTheDocument();
    expect(screen.getByText(/cannot be reached/)).toBeInTheDocument();
    expect(screen.getByText(/does not fit/)).toBeInTheDocument();
    expect(await screen.findByText('It has no tools.')).toBeInTheDocument();
  });

  it('says that a server is not behind the gateway', async () => {
    renderTools([], { listMcpServers: async () => [] });
    expect(
      await screen.findByText('This server is not behind the gateway.'),
    ).toBeInTheDocument();
  });

  it('says so when it cannot be read', async () => {
    renderTools([], {
      listMcpServers: refuse(503, 'The catalog did not answer'),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Could not read the MCP servers',
    );
  });
});

import {
  McpServer,
  McpTool,
  McpToolDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';

const DIGEST = '5f'.repeat(32);

/** A server that is connected, with one new tool. @public */
export function anMcpServer(overrides: Partial<McpServer> = {}): McpServer {
  return {
    id: 'tickets',
    entityRef: 'api:default/tickets-mcp',
    owner: 'group:default/payments',
    transport: 'http',
    state: 'connected',
    implementation: { name: 'tickets', version: '2.1.0' },
    protocolVersion: '2025-11-25',
    listedAt: '2026-11-20T09:39:00.000Z',
    tools: { new: 1, changed: 0, accepted: 0, gone: 0 },
    problems: [],
    ...overrides,
  };
}

/** A tool nobody has accepted yet. @public */
export function anMcpTool(overrides: Partial<McpTool> = {}): McpTool {
  return {
    server: 'tickets',
    name: 'close_ticket',
    actionId: 'mcp-tickets:close_ticket',
    title: 'Close a ticket',
    description: 'Closes it for good.',
    state: 'new',
    digest: DIGEST,
    firstSeenAt: '2026-11-20T09:00:00.000Z',
    changedAt: '2026-11-20T09:00:00.000Z',
    effectClass: 'once',
    target: { ref: 'api:default/tickets-mcp' },
    environment: 'production',
    problems: [],
    ...overrides,
  };
}

/** The same with what it says of itself, for a person who may accept it. @public */
export function anMcpToolInDetail(
  overrides: Partial<McpToolDetail> = {},
): McpToolDetail {
  return {
    ...anMcpTool(),
    seen: {
      name: 'close_ticket',
      description: 'Closes it for good.',
      inputSchema: { type: 'object' },
    },
    differences: [],
    acceptors: ['group:default/payments'],
    mayAccept: true,
    ...overrides,
  };
}

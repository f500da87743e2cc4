import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readMcpConfig } from './readMcpConfig';

const environments = [
  { name: 'staging', owner: 'group:default/sre', rank: 1, production: false },
  { name: 'production', owner: 'group:default/sre', rank: 2, production: true },
];
const read = (mcp?: JsonObject) =>
  readMcpConfig(
    new ConfigReader({ agentGovernance: mcp ? { mcp } : {} }),
    environments,
  );
const server = (change: JsonObject = {}, id = 'tickets') => ({
  servers: {
    [id]: {
      entityRef: 'api:tickets-mcp',
      url: 'https://tickets.example.com/mcp',
      ...change,
    },
  },
});
const tool = (change: JsonObject) => server({ tools: { close: change } });

describe('readMcpConfig', () => {
  it('has no servers unless configured', () => {
    expect(read()).toEqual({ callsPerMinute: 600, servers: [] });
  });

  it('takes a tool about which nothing is known for the worst', () => {
    const [one] = read(server({ tools: { close: {} } })).servers;
    expect(one).toMatchObject({
      id: 'tickets',
      entityRef: 'api:default/tickets-mcp',
      environment: 'production',
      timeoutMs: 30_000,
      maxResultBytes: 1_048_576,
    });
    expect(one.tools.get('close')).toEqual({
      effectClass: 'once',
      requiresContext: [],
    });
  });

  it('reads what is known of tools, and how a process is started', () => {
    const { servers } = read({
      servers: {
        files: {
          entityRef: 'api:default/files',
          command: 'node',
          args: ['files.js'],
          env: { TOKEN: 'secret' },
          tools: {
            write: {
              target: { input: 'args.service' },
              environment: 'staging',
              effectClass: 'idempotent',
              undo: 'mcp-files:restore',
              owner: 'group:storage',
            },
          },
        },
      },
    });
    expect(servers[0].connection).toEqual({
      type: 'stdio',
      command: 'node',
      args: ['files.js'],
      env: { TOKEN: 'secret' },
    });
    expect(servers[0].tools.get('write')).toEqual({
      target: {
        input: 'args.service',
        kind: 'component',
        namespace: 'default',
      },
      environment: 'staging',
      effectClass: 'idempotent',
      undo: 'mcp-files:restore',
      requiresContext: [],
      owner: 'group:default/storage',
    });
  });

  it.each<[string, JsonObject]>([
    ['mcp.servers.Tickets', server({}, 'Tickets')],
    ['mcp.servers.tickets.entityRef', server({ entityRef: 'component:a' })],
    ['mcp.servers.tickets must have either', server({ command: 'node' })],
    ['mcp.servers.tickets.url', server({ url: 'ftp://example.com' })],
    ['mcp.servers.tickets.url', server({ url: 'https://a:b@example.com' })],
    ['mcp.servers.tickets.args', server({ args: ['a'] })],
    [
      'mcp.servers.tickets.credentials.Mcp-Session-Id',
      server({ credentials: { 'Mcp-Session-Id': 'a' } }),
    ],
    [
      'mcp.servers.tickets.credentials.Authorization',
      server({ credentials: { Authorization: 'a\r\nb: c' } }),
    ],
    ['mcp.servers.tickets.colour', server({ colour: 'red' })],
    ['mcp.servers.tickets.environment', server({ environment: 'moon' })],
    ['mcp.servers.tickets.maxResultBytes', server({ maxResultBytes: 1 })],
    ['tools.close.effectClass', tool({ effectClass: 'probeable' })],
    ['tools.close.target', tool({ target: 'not a ref at all' })],
    ['tools.close.target.input', tool({ target: { input: 'a b' } })],
    ['tools.close.undo', tool({ undo: 'reopen' })],
    ['tools.close.owner', tool({ owner: 'component:a' })],
    ['mcp.callsPerMinute', { callsPerMinute: 0 }],
  ])('names %s when it cannot be', (key, mcp) => {
    let message = '';
    try {
      read(mcp);
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(key);
    // what may be a secret is not repeated
    expect(message).not.toContain('b: c');
  });
});

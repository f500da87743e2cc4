import { acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { mcpClient } from './__testUtils__/mcpClient';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestMcpServer, echoTool } from './__testUtils__/TestMcpServer';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const TOOLS = 1_000;
const ACCEPTED = 60;
const olivia = { person: 'olivia' };

describe('a server with a thousand tools', () => {
  let upstream: TestMcpServer;
  let portal: TestPortal;

  beforeAll(async () => {
    upstream = await TestMcpServer.start(
      Array.from({ length: TOOLS }, (_, index) => echoTool(`tool_${index}`)),
    );
    portal = await TestPortal.start({
      entities: [
        ...acme,
        entity('API', 'many', {
          type: 'mcp-server',
          lifecycle: 'production',
          owner: 'payments',
          definition: '{}',
        }),
      ],
      actions: [],
      database: portalDatabase('SQLITE_3'),
      config: {
        mcp: {
          servers: {
            many: {
              entityRef: 'api:default/many',
              url: upstream.url,
              environment: 'staging',
            },
          },
        },
      },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await upstream?.stop();
  });

  /** Every tool, page by page. */
  const tools = async () => {
    const found: Array<{ name: string; digest: string }> = [];
    for (let cursor = ''; ; ) {
      const { body } = await portal.ask(
        olivia,
        'get',
        `/mcp-servers/many/tools?limit=100${cursor}`,
      );
      found.push(...body.items);
      if (!body.nextCursor) {
        return found;
      }
      cursor = `&cursor=${body.nextCursor}`;
    }
  };

  it('is seen whole, page by page, and offered as far as its tools are accepted', async () => {
    let found = await tools();
    for (let tries = 0; found.length < TOOLS && tries < 200; tries++) {
      await new Promise(resolve => setTimeout(resolve, 100));
      found = await tools();
    }
    expect(new Set(found.map(({ name }) => name)).size).toBe(TOOLS);

    const accepted = found.slice(0, ACCEPTED);
    for (const { name, digest } of accepted) {
      await portal.ask(
        olivia,
        'post',
        `/mcp-servers/many/tools/${name}/accept`,
        { digest },
      );
    }
    const client = await mcpClient(
      portal,
      await portal.signIn('agent:default/deploy-bot'),
    );
    const listed = await client.listTools();
    expect(
      listed.tools
        .map(({ name }) => name)
        .filter(name => name.startsWith('mcp-many.')),
    ).toEqual(accepted.map(({ name }) => `mcp-many.${name}`));
    const answer = await client.callTool({
      name: `mcp-many.${accepted[ACCEPTED - 1].name}`,
      arguments: { text: 'the last' },
    });
    expect(answer.content).toEqual([{ type: 'text', text: 'the last' }]);
    await client.close();
  });
});

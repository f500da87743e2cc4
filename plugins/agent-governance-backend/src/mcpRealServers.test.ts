import { ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { mcpClient } from './__testUtils__/mcpClient';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const programOf = (name: string) =>
  join(
    dirname(require.resolve(`@modelcontextprotocol/${name}/package.json`)),
    'dist/index.js',
  );
const EVERYTHING = programOf('server-everything');
const FILESYSTEM = programOf('server-filesystem');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

const api = (name: string) =>
  entity('API', name, {
    type: 'mcp-server',
    lifecycle: 'production',
    owner: 'payments',
    definition: '{}',
  });

describe('real MCP servers behind the gateway', () => {
  let remote: ChildProcess;
  let folder: string;
  let portal: TestPortal;
  let client: Client;
  let direct: Client;

  const until = async (what: () => Promise<boolean>) => {
    for (let tries = 0; !(await what()); tries++) {
      if (tries > 200) {
        throw new Error('It never came to that');
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };
  const servers = async () =>
    (await portal.ask({ person: 'olivia' }, 'get', '/mcp-servers')).body
      .items as Array<Record<string, any>>;
  const acceptAll = async (server: string) => {
    const { body } = await portal.ask(
      { person: 'olivia' },
      'get',
      `/mcp-servers/${server}/tools?limit=100`,
    );
    for (const { name, digest } of body.items) {
      await portal.ask(
        { person: 'olivia' },
        'post',
        `/mcp-servers/${server}/tools/${name}/accept`,
        { digest },
      );
    }
    return body.items.map(({ name }: { name: string }) => name) as string[];
  };

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'files-')));
    await writeFile(join(folder, 'notes.txt'), 'Bread and butter');
    const port = await freePort();
    remote = spawn(process.execPath, [EVERYTHING, 'streamableHttp'], {
      env: { ...process.env, PORT: String(port) },
      stdio: 'ignore',
    });
    const environment = 'staging';
    portal = await TestPortal.start({
      entities: [...acme, api('everything'), api('local'), api('files')],
      actions: [],
      database: portalDatabase('SQLITE_3'),
      config: {
        mcp: {
          servers: {
            everything: {
              entityRef: 'api:default/everything',
              url: `http://127.0.0.1:${port}/mcp`,
              environment,
              tools: { echo: { effectClass: 'read' } },
            },
            local: {
              entityRef: 'api:default/local',
              command: process.execPath,
              args: [EVERYTHING, 'stdio'],
              env: { SHOWN: 'to the server' },
              environment,
              tools: { 'get-env': { effectClass: 'read' } },
            },
            files: {
              entityRef: 'api:default/files',
              command: process.execPath,
              args: [FILESYSTEM, folder],
              environment,
              tools: {
                read_text_file: { effectClass: 'read' },
                list_directory: { effectClass: 'read' },
              },
            },
          },
        },
      },
    });
    await until(async () =>
      (await servers()).every(({ state }) => state === 'connected'),
    );
    for (const { id } of await servers()) {
      await acceptAll(id);
    }
    client = await mcpClient(
      portal,
      await portal.signIn('agent:default/deploy-bot'),
    );
    direct = new Client({ name: 'test', version: '1.0.0' });
    await direct.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [EVERYTHING, 'stdio'],
        stderr: 'ignore',
      }),
    );
  });
  afterAll(async () => {
    await client?.close();
    await direct?.close();
    await portal?.stop();
    remote?.kill();
    await rm(folder, { recursive: true, force: true });
  });

  const call = (name: string, args: Record<string, unknown> = {}) =>
    client.callTool({ name, arguments: args });

  it.each(['mcp-everything', 'mcp-local'])(
    'hands on through %s what the server itself answers, in every type of content',
    async prefix => {
      for (const [tool, args] of [
        ['echo', { message: 'hello' }],
        ['get-sum', { a: 2, b: 3 }],
        ['get-tiny-image', {}],
        ['get-resource-links', { count: 2 }],
        ['get-annotated-message', { messageType: 'error' }],
        ['get-structured-content', { location: 'Chicago' }],
      ] as Array<[string, Record<string, unknown>]>) {
        const through = await call(`${prefix}.${tool}`, args);
        expect([tool, through]).toEqual([
          tool,
          await direct.callTool({ name: tool, arguments: args }),
        ]);
      }
    },
  );

  it('gives a process nothing of the portal’s environment', async () => {
    process.env.PORTAL_SECRET = 'of the portal';
    const answer = await call('mcp-local.get-env');
    const text = JSON.stringify(answer);
    expect(text).toContain('to the server');
    expect(text).not.toContain('of the portal');
    delete process.env.PORTAL_SECRET;
  });

  it('reads and writes files, and hands on the refusals of the server', async () => {
    const read = await call('mcp-files.read_text_file', {
      path: join(folder, 'notes.txt'),
    });
    expect(JSON.stringify(read)).toContain('Bread and butter');
    const outside = await call('mcp-files.read_text_file', {
      path: '/etc/passwd',
    });
    expect(outside.isError).toBe(true);
    expect(JSON.stringify(outside)).toContain('Access denied');
    const written = await call('mcp-files.write_file', {
      path: join(folder, 'more.txt'),
      content: 'Milk',
    });
    expect(written.isError).toBeFalsy();
  });

  it('passes resources and prompts on as reads, recorded as every other', async () => {
    const { resources } = await client.listResources();
    const one = resources.find(({ uri }) => uri.startsWith('mcp-everything+'))!;
    const { contents } = await client.readResource({ uri: one.uri });
    expect(contents[0]).toMatchObject({ uri: one.uri });

    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toContain(
      'mcp-everything.simple-prompt',
    );
    const prompt = await client.getPrompt({
      name: 'mcp-everything.simple-prompt',
    });
    expect(prompt.messages).not.toEqual([]);

    const { body } = await portal.ask(
      { agent: 'deploy-bot' },
      'get',
      '/action-requests?limit=2',
    );
    expect(
      body.items.map((item: Record<string, string>) => [
        item.actionId,
        item.targetRef,
        item.state,
      ]),
    ).toEqual([
      ['mcp-everything:prompts.get', 'api:default/everything', 'succeeded'],
      ['mcp-everything:resources.read', 'api:default/everything', 'succeeded'],
    ]);
    await expect(
      client.readResource({ uri: 'mcp-nowhere+demo://1' }),
    ).rejects.toThrow('no such resource');
  });

  it('starts a process again that died', async () => {
    const [before] = (await servers()).filter(({ id }) => id === 'files');
    expect(before.state).toBe('connected');
    const children = execFileSync('pgrep', ['-f', `${FILESYSTEM} ${folder}`])
      .toString()
      .trim()
      .split('\n');
    children.forEach(pid => process.kill(Number(pid), 'SIGKILL'));
    await until(
      async () =>
        !(
          await call('mcp-files.list_directory', { path: folder })
        ).isError,
    );
  });
});

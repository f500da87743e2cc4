import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { Gateway } from './Gateway';

describe('Gateway', () => {
  const calls: unknown[] = [];
  let answer: object;

  async function connect(): Promise<Client> {
    const server = new Server(
      { name: 'gateway', version: '1.0.0' },
      { capabilities: { tools: {} } },
    );
    server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
      calls.push(params);
      return { content: [{ type: 'text', text: 'so' }], ...answer };
    });
    const [there, here] = InMemoryTransport.createLinkedPair();
    await server.connect(there);
    const client = new Client({ name: 'insight-bot', version: '1.0.0' });
    await client.connect(here);
    return client;
  }

  beforeEach(() => {
    calls.length = 0;
    answer = { _meta: { 'agent-governance.io/request': 'r-1' } };
  });

  it('says what it does beside its arguments, and learns what request that is', async () => {
    const gateway = Gateway.create(connect);
    await expect(
      gateway.call('a.b', { question: 'q' }, { contextSnapshot: 'seen' }),
    ).resolves.toBe('r-1');
    expect(calls).toEqual([
      {
        name: 'a.b',
        arguments: { question: 'q' },
        _meta: { 'agent-governance.io/context-snapshot': 'seen' },
      },
    ]);
  });

  it('connects once for all, and anew when that did not work', async () => {
    const tries = jest
      .fn(connect)
      .mockRejectedValueOnce(new Error('nobody there'));
    const gateway = Gateway.create(tries);
    await expect(gateway.call('a.b', {}, {})).rejects.toThrow('nobody there');
    await Promise.all([1, 2].map(() => gateway.call('a.b', {}, {})));
    expect(tries).toHaveBeenCalledTimes(2);
  });

  it('tells a call that became no request from one that was refused', async () => {
    answer = { isError: true };
    await expect(
      Gateway.create(connect).call('a.b', {}, {}),
    ).rejects.toMatchObject({
      name: 'GatewayRefusal',
      message: expect.stringContaining('so'),
    });
  });
});

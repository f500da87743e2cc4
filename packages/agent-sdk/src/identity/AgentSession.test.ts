import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { AgentSession } from './AgentSession';

const HOUR_MS = 3_600_000;

describe('AgentSession', () => {
  let signIn: jest.Mock;
  let session: AgentSession;
  let now: number;

  beforeEach(() => {
    now = Date.parse('2026-11-23T12:00:00Z');
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    let n = 0;
    signIn = jest.fn(async () => ({ token: `t${++n}`, lifetimeSeconds: 3600 }));
    session = AgentSession.create({ signIn });
  });

  afterEach(() => jest.restoreAllMocks());

  /** Lets a renewal in the background come to its end. */
  const settle = () => new Promise(resolve => setImmediate(resolve));

  it('signs in once for all who ask at the same time, and after that', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 50 }, () => session.token()),
    );
    expect(new Set([...tokens, await session.token()])).toEqual(
      new Set(['t1']),
    );
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('renews before the end, once, while the token is still used', async () => {
    await session.token();
    now += HOUR_MS - 121_000;
    await session.token();
    expect(signIn).toHaveBeenCalledTimes(1);

    now += 2_000;
    const tokens = await Promise.all(
      Array.from({ length: 50 }, () => session.token()),
    );
    expect(new Set(tokens)).toEqual(new Set(['t1']));
    await settle();
    await expect(session.token()).resolves.toBe('t2');
    expect(signIn).toHaveBeenCalledTimes(2);
  });

  it('keeps a good token while renewing does not work, tries again, and says so in the end', async () => {
    await session.token();
    signIn.mockRejectedValue(new Error('nobody there'));
    now += HOUR_MS - 60_000;
    await expect(session.token()).resolves.toBe('t1');
    await settle();
    await expect(session.token()).resolves.toBe('t1');
    expect(signIn).toHaveBeenCalledTimes(2);
    now += 6_000;
    await expect(session.token()).resolves.toBe('t1');
    await settle();
    expect(signIn).toHaveBeenCalledTimes(3);

    now += 60_000;
    await expect(session.token()).rejects.toThrow('nobody there');
    signIn.mockResolvedValue({ token: 'later' });
    await expect(session.token()).resolves.toBe('later');
  });

  it.each([2, 30])(
    'gets along with tokens that are good for %d seconds',
    async lifetimeSeconds => {
      signIn.mockResolvedValue({ token: 't', lifetimeSeconds });
      await session.token();
      now += 500 * lifetimeSeconds - 1;
      await session.token();
      expect(signIn).toHaveBeenCalledTimes(1);
      now += 500 * lifetimeSeconds;
      await session.token();
      expect(signIn).toHaveBeenCalledTimes(2);
    },
  );

  describe('over HTTP', () => {
    let server: Server;
    let url: string;
    let believed: string[];
    const received: string[] = [];

    beforeEach(async () => {
      believed = ['t1'];
      received.length = 0;
      server = createServer(async (req, res) => {
        const token = req.headers.authorization!.replace('Bearer ', '');
        received.push(`${token}: ${req.headers['x-who']} ${await text(req)}`);
        res.writeHead(believed.includes(token) ? 200 : 401).end(token);
      });
      await new Promise<void>(done => {
        server.listen(0, '127.0.0.1', done);
      });
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    afterEach(async () => {
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    });

    const body = (n: number) => ({ method: 'POST', body: `b${n}` });

    it('signs in once more when it is not believed, for all who find out, and sends the same again', async () => {
      await session.token();
      believed = ['t2'];
      const answers = await Promise.all(
        [1, 2, 3].map(n => session.fetch(url, body(n))),
      );
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(signIn).toHaveBeenCalledTimes(2);
      const again = await session.fetch(
        new Request(url, { ...body(4), headers: { 'x-who': 'me' } }),
      );
      expect(again.status).toBe(200);
      expect(received.slice(-1)).toEqual(['t2: me b4']);
    });

    it('hands the second refusal on, and does not send a stream again', async () => {
      believed = [];
      expect((await session.fetch(url, body(1))).status).toBe(401);
      expect(signIn).toHaveBeenCalledTimes(2);

      const stream = new Blob(['once']).stream();
      const init = { method: 'POST', body: stream, duplex: 'half' };
      expect((await session.fetch(url, init as RequestInit)).status).toBe(401);
      expect(received.slice(-1)).toEqual(['t2: undefined once']);
    });
  });
});

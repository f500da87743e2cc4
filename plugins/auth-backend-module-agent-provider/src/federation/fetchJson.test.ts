import { RequestListener } from 'node:http';
import {
  closeHttpServers,
  startHttpServer,
} from '../__testUtils__/startHttpServer';
import { fetchJson } from './fetchJson';

const OPTIONS = { timeoutMs: 2_000, allowPrivateAddresses: true };

async function get(listener: RequestListener, options: object = {}) {
  const url = new URL(`${await startHttpServer(listener)}/keys`);
  return fetchJson(url, { ...OPTIONS, ...options });
}

describe('fetchJson', () => {
  afterEach(closeHttpServers);

  it('fetches a document', async () => {
    await expect(
      get((req, res) => {
        const isAsked = req.headers.accept?.includes(
          'application/jwk-set+json',
        );
        res.writeHead(isAsked ? 200 : 406).end('{"keys":[]}');
      }),
    ).resolves.toEqual({
      keys: [],
    });
  });

  it('does not follow redirects, so there is no end to go round in either', async () => {
    let asked = 0;
    await expect(
      get((req, res) => {
        asked += 1;
        res.writeHead(302, { location: req.url });
        res.end();
      }),
    ).rejects.toThrow('/keys answered 302: redirects are not followed');
    expect(asked).toBe(1);
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => {}],
    [
      'answers a byte at a time, without end',
      (_req, res) => {
        const timer = setInterval(() => res.write(' '), 20);
        res.on('close', () => clearInterval(timer));
      },
    ],
    [
      'stops in the middle',
      (_req, res) => {
        res.writeHead(200, { 'content-length': '100' });
        res.write('{"keys":');
      },
    ],
  ])('gives up on a server that %s', async (_, listener) => {
    await expect(get(listener, { timeoutMs: 200 })).rejects.toThrow(
      'did not answer in full within 200 ms',
    );
  });

  it('gives up on a document without end, long before the end', async () => {
    let written = 0;
    const chunk = Buffer.alloc(64 * 1024, ' ');
    await expect(
      get((_req, res) => {
        const write = () => {
          while (!res.destroyed && res.write(chunk)) {
            written += chunk.length;
          }
          written += chunk.length;
        };
        res.on('drain', write);
        write();
      }),
    ).rejects.toThrow('answered with more than 262144 bytes');
    expect(written).toBeLessThan(64 * 1024 * 1024);
  });

  it('does not unpack what was sent packed', async () => {
    await expect(
      get((req, res) => {
        expect(req.headers['accept-encoding']).toBe('identity');
        res.writeHead(200, { 'content-encoding': 'gzip' });
        res.end('x');
      }),
    ).rejects.toThrow('answered compressed');
  });

  it.each<[string, RequestListener, string]>([
    ['an error', (_req, res) => res.writeHead(500).end(), 'answered 500'],
    ['nothing', (_req, res) => res.writeHead(204).end(), 'answered 204'],
    ['a page', (_req, res) => res.end('<html>'), 'did not answer with JSON'],
    ['a hang-up', req => req.socket.destroy(), 'socket hang up'],
  ])('refuses %s', async (_, listener, message) => {
    await expect(get(listener)).rejects.toThrow(message);
  });

  it('invariant 12: does not connect to addresses that are not public, by number or by name', async () => {
    let asked = 0;
    const server = await startHttpServer((_req, res) => {
      asked += 1;
      res.end('{}');
    });
    const { port } = new URL(server);
    for (const host of [
      '127.0.0.1',
      '0x7f.1',
      '2130706433',
      '[::1]',
      '[::ffff:127.0.0.1]',
      'localhost',
    ]) {
      await expect(
        fetchJson(new URL(`http://${host}:${port}/keys`), {
          timeoutMs: 2_000,
          allowPrivateAddresses: false,
        }),
      ).rejects.toThrow(/is not at? ?a public address|not a public address/);
    }
    expect(asked).toBe(0);
  });
});

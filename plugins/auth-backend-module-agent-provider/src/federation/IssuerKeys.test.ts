import { mockServices } from '@backstage/backend-test-utils';
import { FederatedIssuer } from '@agentgov/backstage-plugin-agent-governance-node';
import { FakeIssuer } from '../__testUtils__/FakeIssuer';
import { closeHttpServers } from '../__testUtils__/startHttpServer';
import { parseAssertion } from '../assertion/parseAssertion';
import { fetchIssuerKeys } from './fetchIssuerKeys';
import { IssuerKeys } from './IssuerKeys';

async function setUp(config: Partial<FederatedIssuer> = {}) {
  const issuer = await FakeIssuer.start();
  const clock = { now: 0 };
  const logger = mockServices.logger.mock();
  const keys = IssuerKeys.create({
    issuer: {
      id: 'cluster',
      issuer: issuer.url,
      audience: 'portal',
      algorithms: ['RS256'],
      allowPrivateAddresses: true,
      maxTokenLifetimeMs: 3_600_000,
      keysMaxAgeMs: 600_000,
      keysMinIntervalMs: 30_000,
      timeoutMs: 2_000,
      ...config,
    },
    fetch: fetchIssuerKeys,
    logger,
    now: () => clock.now,
  });
  const verify = (token: string) => keys.verify(parseAssertion(token));
  const fetches = () => issuer.asked.filter(path => path === '/keys').length;
  return { issuer, clock, logger, verify, fetches };
}

const CLAIMS = { sub: 'bot' };

describe('IssuerKeys', () => {
  afterEach(closeHttpServers);

  it('finds the keys by discovery, once for many', async () => {
    const { issuer, clock, verify, fetches } = await setUp();
    const token = await issuer.issue(CLAIMS);
    await Promise.all([verify(token), verify(token), verify(token)]);
    clock.now = 600_000;
    await verify(token);
    expect(issuer.asked).toEqual([
      '/.well-known/openid-configuration',
      '/keys',
    ]);
    clock.now = 600_001;
    await verify(token);
    expect(fetches()).toBe(2);
  });

  it('takes them from where they are configured to be', async () => {
    const other = await FakeIssuer.start();
    const { issuer, verify } = await setUp({ jwksUrl: `${other.url}/keys` });
    await verify(await other.issue(CLAIMS));
    expect(issuer.asked).toEqual([]);
    await expect(verify(await issuer.issue(CLAIMS))).rejects.toMatchObject({
      reason: 'wrong-signature',
    });
  });

  it('looks again for a key it does not know, and not too often', async () => {
    const { issuer, clock, verify, fetches } = await setUp();
    await verify(await issuer.issue(CLAIMS));
    issuer.rotate('second');
    const token = await issuer.issue(CLAIMS);
    clock.now = 29_999;
    await expect(verify(token)).rejects.toMatchObject({
      reason: 'unknown-key',
    });
    expect(fetches()).toBe(1);
    clock.now = 30_000;
    await Promise.all([verify(token), verify(token)]);
    expect(fetches()).toBe(2);
    // Made-up keys do not have it look any more often.
    for (const kid of ['a', 'b', 'c']) {
      await expect(
        verify(await issuer.issue(CLAIMS, { kid })),
      ).rejects.toMatchObject({ reason: 'unknown-key' });
    }
    expect(fetches()).toBe(2);
  });

  it('invariant 12: no longer knows a key that the issuer took back', async () => {
    const { issuer, clock, verify } = await setUp();
    const token = await issuer.issue(CLAIMS);
    await verify(token);
    issuer.rotate('second');
    clock.now = 600_001;
    await expect(verify(token)).rejects.toMatchObject({
      reason: 'unknown-key',
    });
  });

  it('knows a key without a name while it is the only one', async () => {
    const { issuer, clock, verify } = await setUp();
    issuer.rotate();
    await verify(await issuer.issue(CLAIMS));
    issuer.addKey();
    clock.now = 600_001;
    await expect(verify(await issuer.issue(CLAIMS))).rejects.toMatchObject({
      reason: 'unknown-key',
      message: expect.stringContaining('several keys'),
    });
  });

  it('invariant 12: refuses what the issuer did not sign', async () => {
    const { issuer, verify } = await setUp();
    const impostor = await FakeIssuer.start();
    await expect(verify(await impostor.issue(CLAIMS))).rejects.toMatchObject({
      reason: 'wrong-signature',
    });
    const [header, , signature] = (await issuer.issue(CLAIMS)).split('.');
    const payload = Buffer.from('{"sub":"other"}').toString('base64url');
    await expect(
      verify(`${header}.${payload}.${signature}`),
    ).rejects.toMatchObject({ reason: 'wrong-signature' });
  });

  it('invariant 2: while the keys cannot be had nobody gets in, and the log says why', async () => {
    const { issuer, clock, logger, verify, fetches } = await setUp();
    const token = await issuer.issue(CLAIMS);
    await verify(token);
    issuer.answer = (_req, res) => {
      res.writeHead(302, { location: '/keys' });
      res.end();
    };
    clock.now = 600_001;
    await expect(verify(token)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(logger.warn.mock.calls.flat().join()).toContain(
      'Could not fetch the keys of issuer cluster, Error: ',
    );
    expect(logger.warn.mock.calls.flat().join()).toContain(
      'redirects are not followed',
    );
    // It is left alone for a while, too.
    const asked = issuer.asked.length;
    clock.now += 29_999;
    await expect(verify(token)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(issuer.asked).toHaveLength(asked);
    issuer.answer = undefined;
    clock.now += 1;
    await verify(token);
    expect(fetches()).toBe(2);
  });

  it.each<[string, unknown]>([
    ['keys that are no list', { keys: 'all' }],
    ['keys without end', { keys: Array(101).fill({ kty: 'RSA' }) }],
    ['no keys', []],
    ['nothing', null],
  ])('takes no %s', async (_, document) => {
    const { issuer, verify } = await setUp({ jwksUrl: undefined });
    const token = await issuer.issue(CLAIMS);
    issuer.answer = (req, res) =>
      res.end(
        JSON.stringify(
          req.url === '/keys' ? document : issuer.document(req.url),
        ),
      );
    await expect(verify(token)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it.each<[string, (url: string) => object]>([
    [
      'is another issuer’s',
      url => ({ issuer: 'https://other', jwks_uri: `${url}/keys` }),
    ],
    ['names no keys', url => ({ issuer: url })],
    ['names keys of a file', url => ({ issuer: url, jwks_uri: 'file:///a' })],
    [
      'leads to itself',
      url => ({
        issuer: url,
        jwks_uri: `${url}/.well-known/openid-configuration`,
      }),
    ],
  ])('does not follow a discovery document that %s', async (_, document) => {
    const { issuer, verify } = await setUp();
    const token = await issuer.issue(CLAIMS);
    issuer.answer = (_req, res) =>
      res.end(JSON.stringify(document(issuer.url)));
    await expect(verify(token)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(issuer.asked.length).toBeLessThanOrEqual(2);
  });

  it('invariant 12: never verifies with a secret, though the issuer shows one', async () => {
    const { issuer, verify } = await setUp();
    const secret = Buffer.from('a-secret-that-is-long-enough-for-it');
    issuer.answer = (req, res) =>
      res.end(
        JSON.stringify(
          req.url === '/keys'
            ? {
                keys: [
                  { kty: 'oct', k: secret.toString('base64url'), kid: 'first' },
                ],
              }
            : issuer.document(req.url),
        ),
      );
    await expect(verify(await issuer.issue(CLAIMS))).rejects.toMatchObject({
      reason: 'unknown-key',
    });
  });

  it('invariant 12: fetches from public addresses only, unless told otherwise', async () => {
    const { issuer, logger, verify } = await setUp({
      allowPrivateAddresses: false,
    });
    await expect(verify(await issuer.issue(CLAIMS))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    expect(issuer.asked).toEqual([]);
    expect(logger.warn.mock.calls.flat().join()).toContain(
      'is not at a public address',
    );
  });
});

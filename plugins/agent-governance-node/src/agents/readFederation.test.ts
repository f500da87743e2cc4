import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readFederation } from './readFederation';

const CLUSTER = {
  issuer: 'https://cluster.example.com',
  audience: 'https://portal.example.com',
};

const read = (issuers: JsonObject) =>
  readFederation(
    new ConfigReader({ agentGovernance: { federation: { issuers } } }),
  );

describe('readFederation', () => {
  it('believes nobody unless told so', () => {
    expect(readFederation(new ConfigReader({}))).toEqual([]);
    expect(read({})).toEqual([]);
  });

  it('finds the keys by discovery and fetches them from public addresses, by default', () => {
    expect(read({ cluster: CLUSTER })).toEqual([
      {
        id: 'cluster',
        ...CLUSTER,
        algorithms: ['RS256', 'ES256'],
        allowPrivateAddresses: false,
        maxTokenLifetimeMs: 3_600_000,
        keysMaxAgeMs: 600_000,
        keysMinIntervalMs: 30_000,
        timeoutMs: 5_000,
      },
    ]);
  });

  it('takes what is configured', () => {
    expect(
      read({
        spire: {
          issuer: 'spire.example.com',
          jwksUrl: 'http://10.0.0.1:8080/keys',
          audience: 'portal',
          algorithms: ['EdDSA'],
          allowPrivateAddresses: true,
          caFile: '/etc/ca.pem',
          maxTokenLifetime: { minutes: 5 },
          keysMaxAge: 'PT1M',
          keysMinInterval: 'PT1S',
          timeout: '2s',
        },
      }),
    ).toMatchObject([
      {
        issuer: 'spire.example.com',
        jwksUrl: 'http://10.0.0.1:8080/keys',
        algorithms: ['EdDSA'],
        allowPrivateAddresses: true,
        caFile: '/etc/ca.pem',
        maxTokenLifetimeMs: 300_000,
        keysMaxAgeMs: 60_000,
        keysMinIntervalMs: 1_000,
        timeoutMs: 2_000,
      },
    ]);
  });

  it.each<[JsonObject, string]>([
    [{ Cluster: CLUSTER }, 'issuers.Cluster must have an id of lower-case'],
    [{ a: { ...CLUSTER, issuer: undefined as never } }, 'issuers.a.issuer'],
    [{ a: { ...CLUSTER, audience: undefined as never } }, 'issuers.a.audience'],
    [{ a: { ...CLUSTER, subject: 'x' } }, 'issuers.a.subject is not a known'],
    [{ a: { ...CLUSTER, issuer: 'cluster' } }, 'issuers.a.issuer must be an'],
    [
      { a: { ...CLUSTER, issuer: 'http://cluster' } },
      'issuers.a.issuer must be an https address',
    ],
    [
      { a: { ...CLUSTER, jwksUrl: 'http://cluster' } },
      'issuers.a.jwksUrl must be an https address',
    ],
    [
      { a: { ...CLUSTER, jwksUrl: 'https://user:x@cluster' } },
      'issuers.a.jwksUrl must be an http or https address without user',
    ],
    [{ a: { ...CLUSTER, algorithms: ['HS256'] } }, 'issuers.a.algorithms[0]'],
    [{ a: { ...CLUSTER, algorithms: ['none'] } }, 'issuers.a.algorithms[0]'],
    [
      { a: { ...CLUSTER, issuer: 'agent:a/b', jwksUrl: 'https://a' } },
      'issuers.a.issuer must not be an agent',
    ],
    [{ a: { ...CLUSTER, algorithms: [] } }, 'issuers.a.algorithms'],
    [{ a: { ...CLUSTER, timeout: 'PT1M' } }, 'issuers.a.timeout must be'],
    [{ a: { ...CLUSTER, keysMaxAge: 'soon' } }, 'keysMaxAge'],
    [
      { a: CLUSTER, b: CLUSTER },
      'issuers.b.issuer must be another than that of a',
    ],
  ])('stops the start for %j, naming the key', (issuers, message) => {
    expect(() => read(issuers)).toThrow(message);
  });
});

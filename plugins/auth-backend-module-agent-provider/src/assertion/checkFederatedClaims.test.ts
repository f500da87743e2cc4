import { FederatedIssuer } from '@agentgov/backstage-plugin-agent-governance-node';
import { checkFederatedClaims } from './checkFederatedClaims';
import { parseAssertion } from './parseAssertion';

const NOW = 1_800_000_000;
const ISSUER = {
  id: 'cluster',
  issuer: 'https://cluster.example.com',
  audience: 'portal',
  maxTokenLifetimeMs: 3_600_000,
} as FederatedIssuer;

function check(claims: object = {}, signature = 'c2ln') {
  const encode = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const payload = { sub: 'bot', aud: 'portal', exp: NOW + 3600, ...claims };
  return checkFederatedClaims(
    parseAssertion(
      `${encode({ alg: 'ES256' })}.${encode(payload)}.${signature}`,
    ),
    { issuer: ISSUER, clockToleranceMs: 5_000, now: NOW * 1000 },
  );
}

describe('checkFederatedClaims', () => {
  it('takes what the least talkative issuers say', () => {
    expect(check()).toMatchObject({
      subject: 'bot',
      use: {
        issuer: ISSUER.issuer,
        expiresAt: new Date((NOW + 3605) * 1000),
      },
    });
  });

  it('tells tokens by their id where they have one', () => {
    expect(check({ jti: 'a' }).use.jti).toBe('a');
  });

  it('invariant 12: takes two signatures over one content for one token', () => {
    expect(check({}, 'c2ln').use).toEqual(check({}, 'b3RoZXI').use);
    expect(check().use.jti).not.toBe(check({ more: 1 }).use.jti);
  });

  it.each([
    ['from when it was issued', { iat: NOW - 1, exp: NOW + 3600 }],
    ['from when it begins', { nbf: NOW - 1, exp: NOW + 3600 }],
    ['from now', { exp: NOW + 3601 }],
  ])('counts how long a token lives %s, for want of better', (_, claims) => {
    expect(() => check(claims)).toThrow('it lives for 3601 seconds');
    expect(check({ ...claims, exp: NOW + 3599 })).toBeDefined();
  });

  it('takes a token that begins before it was issued, as some do', () => {
    expect(check({ iat: NOW, nbf: NOW - 900 })).toBeDefined();
  });
});

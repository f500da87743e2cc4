import { generateKeyPairSync, KeyObject } from 'node:crypto';
import {
  AgentKey,
  AgentPublicKey,
  jwkThumbprint,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingAnswer,
  StandingAgent,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { base64url, JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { AgentSignInError } from '../AgentSignInError';
import { FederatedAgentFinder } from '../federation/FederatedAgentFinder';
import { Federation } from '../federation/Federation';
import { AssertionVerifier } from './AssertionVerifier';

const NOW = 1_800_000_000;
const AUDIENCE = 'https://portal.example.com/api/auth';
const BOT = 'agent:default/bot';

type KeyPair = { publicKey: KeyObject; privateKey: KeyObject };
const ec: KeyPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed: KeyPair = generateKeyPairSync('ed25519');
const rsa: KeyPair = generateKeyPairSync('rsa', { modulusLength: 2048 });

function agentKey(
  { publicKey }: KeyPair,
  algorithm: AgentKey['algorithm'],
  kid?: string,
): AgentKey {
  const jwk = publicKey.export({ format: 'jwk' }) as AgentPublicKey;
  return { thumbprint: jwkThumbprint(jwk), algorithm, jwk, kid };
}

const EC_KEY = agentKey(ec, 'ES256', 'old');
const ED_KEY = agentKey(ed, 'EdDSA', 'new');
const CLAIMS = {
  iss: BOT,
  sub: BOT,
  aud: AUDIENCE,
  iat: NOW,
  exp: NOW + 300,
  jti: 'one',
};

function sign(
  claims: object = {},
  header: object = {},
  key: KeyObject | Uint8Array = ec.privateKey,
) {
  return new SignJWT({ ...CLAIMS, ...claims } as JWTPayload)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', ...header })
    .sign(key);
}

function setUp(answer: Partial<AgentStandingAnswer> = {}) {
  const seen = new Set<string>();
  const clock = { now: NOW * 1000 };
  const anyone = AssertionVerifier.create({
    clockToleranceMs: 5_000,
    standing: {
      check: async agentRef =>
        ({
          stands: true,
          agentRef,
          keys: [EC_KEY, ED_KEY],
          ...answer,
        } as StandingAgent),
    },
    used: {
      markUsed: async ({ agentRef, jti }) => {
        const isNew = !seen.has(`${agentRef} ${jti}`);
        seen.add(`${agentRef} ${jti}`);
        return isNew;
      },
      forgetExpired: async () => {},
    },
    federation: Federation.create({
      issuers: [],
      keysOf: issuer => {
        throw new Error(`There is no issuer ${issuer.id}`);
      },
      agents: {} as FederatedAgentFinder,
    }),
    now: () => clock.now,
  });
  const verifier = {
    verify: (assertion: unknown, clientId?: string) =>
      anyone.verify(assertion, { audience: AUDIENCE, clientId }),
  };
  return { verifier, clock, seen };
}

/** Why an assertion is refused. One that is refused must not be used up. */
async function refusalOf(
  assertion: unknown,
  answer?: Partial<AgentStandingAnswer>,
): Promise<string> {
  const { verifier, seen } = setUp(answer);
  try {
    await verifier.verify(assertion);
    return 'accepted';
  } catch (error) {
    return seen.size === 0 ? (error as AgentSignInError).reason : 'used up';
  }
}

describe('AssertionVerifier', () => {
  it('knows an agent by each of its keys, and says which it was', async () => {
    const { verifier } = setUp({ keys: [EC_KEY, agentKey(rsa, 'RS256')] });
    await expect(verifier.verify(await sign())).resolves.toMatchObject({
      agent: { agentRef: BOT },
      proof: { keyThumbprint: EC_KEY.thumbprint },
    });
    await expect(
      verifier.verify(
        await sign({ jti: 'two' }, { alg: 'RS256' }, rsa.privateKey),
      ),
    ).resolves.toMatchObject({
      proof: { keyThumbprint: agentKey(rsa, 'RS256').thumbprint },
    });
    await expect(
      setUp().verifier.verify(
        await sign(
          { aud: [AUDIENCE] },
          { alg: 'EdDSA', kid: ED_KEY.thumbprint, typ: undefined },
          ed.privateKey,
        ),
      ),
    ).resolves.toMatchObject({ proof: { keyThumbprint: ED_KEY.thumbprint } });
  });

  it('invariant 12: accepts an assertion once', async () => {
    const { verifier } = setUp();
    await verifier.verify(await sign());
    await expect(verifier.verify(await sign())).rejects.toMatchObject({
      reason: 'replayed',
      agentRef: BOT,
    });
    await expect(
      verifier.verify(await sign({ jti: 'two' })),
    ).resolves.toBeDefined();
  });

  it('invariant 12: refuses an agent beside which another client is named', async () => {
    const { verifier, seen } = setUp();
    await expect(
      verifier.verify(await sign(), 'agent:default/b'),
    ).rejects.toMatchObject({ reason: 'client-mismatch' });
    expect(seen.size).toBe(0);
    await expect(verifier.verify(await sign(), BOT)).resolves.toBeDefined();
  });

  it.each([undefined, '', 17, ['a'], { a: 1 }])(
    'refuses %j, which is no assertion',
    async assertion => expect(refusalOf(assertion)).resolves.toBe('missing'),
  );

  it.each(['x', 'a.b', 'a.b.c', 'a.b.c.d.e', '..'])(
    'refuses %j, which is no JWT',
    async assertion => expect(refusalOf(assertion)).resolves.toBe('malformed'),
  );

  it('refuses an assertion that is too large, before reading it', async () => {
    await expect(
      refusalOf(await sign({ more: 'x'.repeat(17_000) })),
    ).resolves.toBe('too-large');
  });

  it.each<[string, string, object]>([
    [
      'the issuer is nobody the portal knows',
      'unknown-issuer',
      { iss: 'https://token.actions.githubusercontent.com' },
    ],
    ['the issuer is another', 'issuer-not-subject', { iss: 'agent:default/b' }],
    [
      'the subject is a person',
      'subject-not-agent',
      { sub: 'user:default/jo' },
    ],
    [
      'the subject is not in canonical form',
      'subject-not-agent',
      { sub: 'Agent:default/bot', iss: 'Agent:default/bot' },
    ],
    ['there is no subject', 'subject-not-agent', { sub: undefined }],
    ['it is for another portal', 'wrong-audience', { aud: 'https://other' }],
    [
      'it is for this and another portal',
      'wrong-audience',
      { aud: [AUDIENCE, 'https://other'] },
    ],
    ['it is for nobody', 'wrong-audience', { aud: undefined }],
    ['it has expired', 'expired', { iat: NOW - 300, exp: NOW - 5 }],
    [
      'it comes from the future',
      'not-yet-valid',
      { iat: NOW + 6, exp: NOW + 60 },
    ],
    ['it is not valid yet', 'not-yet-valid', { nbf: NOW + 6 }],
    ['it lives too long', 'lives-too-long', { exp: NOW + 301 }],
    ['it ends before it begins', 'lives-too-long', { exp: NOW - 1 }],
    ['its times are texts', 'malformed', { exp: `${NOW + 60}` }],
    ['it never expires', 'malformed', { exp: undefined }],
    ['it does not say since when', 'malformed', { iat: undefined }],
    ['it has no id', 'bad-jti', { jti: undefined }],
    ['its id is empty', 'bad-jti', { jti: '' }],
    ['its id is endless', 'bad-jti', { jti: 'x'.repeat(257) }],
    ['its id is a number', 'bad-jti', { jti: 5 }],
  ])('invariant 12: refuses when %s', async (_, reason, claims) => {
    await expect(refusalOf(await sign(claims))).resolves.toBe(reason);
  });

  it('forgives clocks that are a little off, and no more', async () => {
    const { verifier, clock } = setUp();
    await verifier.verify(await sign({ iat: NOW + 5, nbf: NOW + 5 }));
    clock.now = (NOW + 304) * 1000;
    await verifier.verify(await sign({ jti: 'two' }));
    clock.now = (NOW + 305) * 1000;
    await expect(
      verifier.verify(await sign({ jti: 'three' })),
    ).rejects.toMatchObject({ reason: 'expired' });
  });

  it('invariant 12: refuses an assertion signed with the public key as a secret', async () => {
    for (const secret of [
      JSON.stringify(EC_KEY.jwk),
      ec.publicKey.export({ type: 'spki', format: 'pem' }) as string,
      base64url.decode((EC_KEY.jwk as { x: string }).x),
    ]) {
      await expect(
        refusalOf(
          await sign({}, { alg: 'HS256' }, new Uint8Array(Buffer.from(secret))),
        ),
      ).resolves.toBe('algorithm-not-allowed');
    }
  });

  it('invariant 12: refuses an assertion without signature', async () => {
    await expect(refusalOf(new UnsecuredJWT(CLAIMS).encode())).resolves.toBe(
      'algorithm-not-allowed',
    );
    const [header, payload] = (await sign()).split('.');
    await expect(refusalOf(`${header}.${payload}.`)).resolves.toBe(
      'wrong-signature',
    );
  });

  it('invariant 12: refuses an assertion changed after it was signed', async () => {
    const [header, , signature] = (await sign()).split('.');
    const payload = base64url.encode(JSON.stringify({ ...CLAIMS, jti: 'two' }));
    await expect(refusalOf(`${header}.${payload}.${signature}`)).resolves.toBe(
      'wrong-signature',
    );
  });

  it.each<[string, string, object, KeyObject]>([
    [
      'a key the agent does not have',
      'wrong-signature',
      {},
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    ],
    [
      'a key it brings along',
      'wrong-signature',
      { jwk: agentKey(rsa, 'RS256').jwk },
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
    ],
    [
      'another key than its name says',
      'algorithm-mismatch',
      { kid: 'new' },
      ec.privateKey,
    ],
    [
      'a key nobody knows by that name',
      'unknown-key',
      { kid: 'other' },
      ec.privateKey,
    ],
    [
      'an algorithm no key of the agent has',
      'algorithm-mismatch',
      { alg: 'RS256' },
      rsa.privateKey,
    ],
    [
      'an algorithm that is never accepted',
      'algorithm-not-allowed',
      { alg: 'PS256' },
      rsa.privateKey,
    ],
  ])('invariant 12: refuses %s', async (_, reason, header, key) => {
    await expect(refusalOf(await sign({}, header, key))).resolves.toBe(reason);
  });

  it('refuses other sorts of tokens', async () => {
    await expect(
      refusalOf(await sign({}, { typ: 'vnd.backstage.user' })),
    ).resolves.toBe('wrong-type');
  });

  it.each(['not-found', 'untrusted', 'not-active', 'no-keys'] as const)(
    'invariant 12: refuses an agent that is %s, well signed or not',
    async reason =>
      expect(refusalOf(await sign(), { stands: false, reason })).resolves.toBe(
        reason,
      ),
  );

  it('invariant 2: cannot tell while the catalog is down, and says that', async () => {
    const { verifier } = setUp({ stands: false, reason: 'could-not-check' });
    await expect(verifier.verify(await sign())).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});

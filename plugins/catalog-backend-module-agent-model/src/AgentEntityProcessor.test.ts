import { generateKeyPairSync } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import { AgentEntityProcessor } from './AgentEntityProcessor';

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey;
const jwk = (key: { export(o: { format: 'jwk' }): object }) =>
  key.export({ format: 'jwk' });

const SPEC = {
  type: 'deployer',
  lifecycle: 'production',
  owner: 'payments',
  autonomy: 'supervised',
};

function agent(spec: unknown, rest: object = {}): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: { name: 'deploy-bot', namespace: 'ops' },
    spec: spec as Entity['spec'],
    ...rest,
  };
}

const processor = AgentEntityProcessor.create();
const validate = (spec: unknown) => processor.validateEntityKind(agent(spec));
const withKeys = (...keys: unknown[]) => ({ ...SPEC, identity: { keys } });

describe('AgentEntityProcessor', () => {
  it.each([
    ['the least there must be', SPEC],
    [
      'two keys, for rotation',
      withKeys({ ...jwk(ec.publicKey), kid: 'old' }, jwk(ed.publicKey)),
    ],
    ['an RSA key', withKeys(jwk(rsa(2048)))],
    ['a person as owner', { ...SPEC, owner: 'user:default/jo' }],
    ['fields of its own', { ...SPEC, team: { chat: '#payments' } }],
  ])('accepts %s', async (_, spec) => {
    await expect(validate(spec)).resolves.toBe(true);
  });

  it.each([
    ['another kind', { kind: 'Component' }],
    ['another product’s agents', { apiVersion: 'example.com/v1' }],
  ])('leaves %s to others', async (_, rest) => {
    await expect(processor.validateEntityKind(agent({}, rest))).resolves.toBe(
      false,
    );
  });

  it('names every field that is wrong and what it may be, at once', async () => {
    await expect(
      validate({
        lifecycle: 'live',
        owner: '',
        autonomy: 'full',
        operates: 'payments-api',
        identity: { keys: [], keyset: 'https://example.com' },
      }),
    ).rejects.toThrow(
      [
        'spec.type is required',
        'spec.lifecycle must be one of experimental, production, deprecated, retired',
        'spec.owner must NOT have fewer than 1 characters',
        'spec.operates must be array',
        'spec.autonomy must be one of observe, propose, supervised, autonomous',
        'spec.identity.keyset is not known here; known are keys, federated',
        'spec.identity.keys must NOT have fewer than 1 items',
      ].join('; '),
    );
  });

  it('names references to entities of the wrong kind', async () => {
    await expect(
      validate({
        ...SPEC,
        owner: 'agent:default/other',
        system: ':',
        operates: ['payments-api', 'group:default/payments'],
      }),
    ).rejects.toThrow(
      [
        "spec.owner must be a reference to a Group or User, but is 'agent:default/other'",
        "spec.system must be a reference to a System, but is ':'",
        "spec.operates[1] must be a reference to a Component or System, but is 'group:default/payments'",
      ].join('; '),
    );
  });

  it.each([
    ['a private key', jwk(ec.privateKey), 'keys[0].d is part of a private key'],
    [
      'a shared secret',
      { kty: 'oct', k: 'eA' },
      'keys[0].kty must be one of EC, OKP, RSA',
    ],
    [
      'another curve',
      { ...jwk(ec.publicKey), crv: 'P-384' },
      'keys[0].crv must be P-256',
    ],
    [
      'another algorithm',
      { ...jwk(ec.publicKey), alg: 'HS256' },
      'keys[0].alg must be ES256',
    ],
    [
      'a point on no curve',
      { ...jwk(ec.publicKey), x: 'A'.repeat(43) },
      'keys[0] is not a valid public key',
    ],
    ['a short RSA key', jwk(rsa(1024)), 'keys[0].n is too short'],
    [
      'a field nobody knows',
      { ...jwk(ed.publicKey), x5u: 'https://example.com' },
      'keys[0].x5u is not known here',
    ],
    ['something else', 'key', 'keys[0] must be object'],
  ])('refuses %s as a key', async (_, key, message) => {
    await expect(validate(withKeys(key))).rejects.toThrow(message);
  });

  it('refuses a third key, the same key twice and a name given twice', async () => {
    const [one, two] = [jwk(ec.publicKey), jwk(ed.publicKey)];
    await expect(validate(withKeys(one, two, jwk(rsa(2048))))).rejects.toThrow(
      'spec.identity.keys must NOT have more than 2 items',
    );
    await expect(
      validate(withKeys(one, { ...one, kid: 'again' })),
    ).rejects.toThrow('spec.identity.keys[1] must be another key');
    await expect(
      validate(withKeys({ ...one, kid: 'a' }, { ...two, kid: 'a' })),
    ).rejects.toThrow('spec.identity.keys[1].kid must be another');
  });

  const federated = (...identities: unknown[]) => ({
    ...SPEC,
    identity: { federated: identities },
  });
  const IDENTITY = { issuer: 'cluster', subject: 'system:serviceaccount:a:b' };

  it('accepts federated identities, without keys and beside them', async () => {
    const other = { ...IDENTITY, issuer: 'github' };
    await expect(validate(federated(IDENTITY, other))).resolves.toBe(true);
    await expect(
      validate({
        ...SPEC,
        identity: { keys: [jwk(ed.publicKey)], federated: [IDENTITY] },
      }),
    ).resolves.toBe(true);
  });

  it.each([
    [
      'an address for an issuer',
      federated({ ...IDENTITY, issuer: 'https://cluster.example.com' }),
      'spec.identity.federated[0].issuer must be the id of a configured issuer',
    ],
    [
      'no subject',
      federated({ issuer: 'cluster' }),
      'spec.identity.federated[0].subject is required',
    ],
    [
      'an audience of its own',
      federated({ ...IDENTITY, audience: 'x' }),
      'spec.identity.federated[0].audience is not known here; known are issuer, subject',
    ],
    [
      'the same twice',
      federated(IDENTITY, { ...IDENTITY }),
      'spec.identity.federated[1] must be another than those before',
    ],
    [
      'an identity that proves nothing',
      { ...SPEC, identity: {} },
      'spec.identity must have keys, federated or both',
    ],
  ])('refuses %s as a federated identity', async (_, spec, message) => {
    await expect(validate(spec)).rejects.toThrow(message);
  });

  it('relates an agent both ways, with the defaults of the catalog', async () => {
    const emit = jest.fn();
    await processor.postProcessEntity(
      agent({ ...SPEC, system: 'checkout', operates: ['api', 'system:a/b'] }),
      { type: 'file', target: 'agents.yaml' },
      emit,
    );
    const self = 'Agent:ops/deploy-bot';
    expect(
      emit.mock.calls.map(([{ relation }]) =>
        [relation.source, relation.target]
          .map(ref => `${ref.kind}:${ref.namespace}/${ref.name}`)
          .join(` ${relation.type} `),
      ),
    ).toEqual([
      `${self} ownedBy Group:ops/payments`,
      `Group:ops/payments ownerOf ${self}`,
      `${self} partOf System:ops/checkout`,
      `System:ops/checkout hasPart ${self}`,
      `${self} operates Component:ops/api`,
      `Component:ops/api operatedBy ${self}`,
      `${self} operates system:a/b`,
      `system:a/b operatedBy ${self}`,
    ]);
  });
});

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AgentStanding, MAX_STANDING_AGE_MS } from './AgentStanding';
import { CachedEntityReader } from './CachedEntityReader';
import { FederatedIssuer } from './FederatedIssuer';

const KEY = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
};
const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';

const CLUSTER = {
  id: 'cluster',
  issuer: 'https://cluster.example.com',
} as FederatedIssuer;
const IDENTITY = { issuer: 'cluster', subject: 'system:serviceaccount:a:b' };
const PROOF = {
  issuerId: 'cluster',
  issuer: 'https://cluster.example.com',
  subject: 'system:serviceaccount:a:b',
};

function agent(spec: object = {}, metadata: object = {}): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: {
      name: 'bot',
      annotations: {
        'backstage.io/managed-by-origin-location': 'file:/agents.yaml',
      },
      ...metadata,
    },
    spec: {
      type: 'deployer',
      lifecycle: 'production',
      owner: 'payments',
      autonomy: 'supervised',
      identity: { keys: [KEY] },
      ...spec,
    },
  };
}

function setUp(entity?: Entity) {
  const clock = { now: 0 };
  const catalog = catalogServiceMock.mock();
  catalog.getEntityByRef.mockImplementation(async () => entity);
  const standing = AgentStanding.create({
    catalog,
    auth: mockServices.auth({ pluginId: 'test' }),
    logger: mockServices.logger.mock(),
    trust: [{ originLocation: 'file:*', kinds: ['Agent'] }],
    issuers: [CLUSTER],
    reader: CachedEntityReader.create({
      now: () => clock.now,
      maxAgeMs: MAX_STANDING_AGE_MS,
      maxEntries: 2,
    }),
    now: () => clock.now,
  });
  const asked = catalog.getEntityByRef;
  return { standing, clock, catalog, asked };
}

describe('AgentStanding', () => {
  it('lets an agent stand, under its full ref and with its keys', async () => {
    const { standing, asked } = setUp(agent());
    await expect(standing.check('Agent:Bot')).resolves.toMatchObject({
      stands: true,
      agentRef: 'agent:default/bot',
      originLocation: 'file:/agents.yaml',
      keys: [{ thumbprint: THUMBPRINT, algorithm: 'EdDSA' }],
      ageMs: 0,
    });
    expect(asked).toHaveBeenCalledWith('agent:default/bot', {
      credentials: mockCredentials.service('plugin:test'),
    });
  });

  it.each([
    ['not-found', undefined],
    ['not-an-agent', { ...agent(), apiVersion: 'other.io/v1' }],
    ['not-active', agent({ lifecycle: 'retired' })],
    ['not-active', agent({ lifecycle: 'on holiday' })],
    ['untrusted', agent({}, { annotations: {} })],
    ['no-keys', agent({ identity: undefined })],
    ['no-keys', agent({ identity: { keys: [{ ...KEY, d: 'secret' }] } })],
    ['no-keys', agent({ identity: { keys: [KEY, KEY, KEY] } })],
    [
      'no-keys',
      agent({ identity: { federated: [{ ...IDENTITY, issuer: 'gone' }] } }),
    ],
  ])('invariant 12: says %s', async (reason, entity) => {
    const { standing } = setUp(entity);
    await expect(standing.check('agent:default/bot')).resolves.toMatchObject({
      stands: false,
      reason,
    });
  });

  it.each(['user:default/bot', 'bot', ':', ''])(
    'invariant 12: takes %j for no agent and does not ask the catalog',
    async ref => {
      const { standing, asked } = setUp(agent());
      await expect(standing.check(ref)).resolves.toMatchObject({
        stands: false,
        reason: 'not-an-agent',
      });
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it('tells whether the agent still has a key', async () => {
    const { standing } = setUp(agent());
    await expect(
      standing.check('agent:bot', { keyThumbprint: THUMBPRINT }),
    ).resolves.toMatchObject({ stands: true });
    await expect(
      standing.check('agent:bot', { keyThumbprint: 'another' }),
    ).resolves.toMatchObject({ stands: false, reason: 'key-gone' });
  });

  it('lets an agent without keys stand by who it is elsewhere', async () => {
    const { standing } = setUp(agent({ identity: { federated: [IDENTITY] } }));
    await expect(
      standing.check('agent:bot', { federated: PROOF }),
    ).resolves.toMatchObject({ stands: true, keys: [], federated: [IDENTITY] });
    await expect(
      standing.check('agent:bot', { keyThumbprint: '' }),
    ).resolves.toMatchObject({ stands: false, reason: 'key-gone' });
  });

  it.each([
    ['has only a key', { keys: [KEY] }, PROOF],
    ['names another subject', { federated: [IDENTITY] }, { subject: 'c' }],
    ['names another issuer', { federated: [IDENTITY] }, { issuerId: 'github' }],
    [
      'names an issuer whose id is another’s by now',
      { federated: [IDENTITY] },
      { issuer: 'https://other' },
    ],
    [
      'names an issuer that is not configured',
      { keys: [KEY], federated: [{ ...IDENTITY, issuer: 'gone' }] },
      { issuerId: 'gone' },
    ],
  ])(
    'invariant 12: an identity is gone when the agent %s',
    async (_, identity, proof) => {
      const { standing } = setUp(agent({ identity }));
      await expect(
        standing.check('agent:bot', { federated: { ...PROOF, ...proof } }),
      ).resolves.toMatchObject({ stands: false, reason: 'identity-gone' });
    },
  );

  it('asks once for many questions, and again when the answer is five seconds old', async () => {
    const { standing, clock, asked } = setUp(agent());
    await Promise.all([1, 2, 3].map(() => standing.check('agent:default/bot')));
    clock.now = 5_000;
    await expect(standing.check('agent:default/bot')).resolves.toMatchObject({
      ageMs: 5_000,
    });
    expect(asked).toHaveBeenCalledTimes(1);
    clock.now = 5_001;
    await expect(standing.check('agent:default/bot')).resolves.toMatchObject({
      ageMs: 0,
    });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('asks again for a caller who wants a younger answer, and never keeps one longer', async () => {
    const { standing, clock, asked } = setUp(agent());
    await standing.check('agent:default/bot');
    clock.now = 1;
    await standing.check('agent:default/bot', { maxAgeMs: 0 });
    expect(asked).toHaveBeenCalledTimes(2);
    clock.now = 6_000;
    await standing.check('agent:default/bot', { maxAgeMs: 60_000 });
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('invariant 2: a catalog that fails is no pass, and is asked again', async () => {
    const { standing, asked } = setUp(agent());
    asked.mockRejectedValueOnce(new Error('down'));
    await expect(standing.check('agent:default/bot')).resolves.toMatchObject({
      stands: false,
      reason: 'could-not-check',
    });
    await expect(standing.check('agent:default/bot')).resolves.toMatchObject({
      stands: true,
    });
  });

  it('invariant 2: an answer that was too old when it came is no pass', async () => {
    const { standing, clock, asked } = setUp(agent());
    asked.mockImplementationOnce(async () => {
      clock.now += 5_001;
      return agent();
    });
    await expect(standing.check('agent:default/bot')).resolves.toMatchObject({
      stands: false,
      reason: 'could-not-check',
    });
  });

  it('remembers a bounded number of agents', async () => {
    const { standing, asked } = setUp(undefined);
    for (const name of ['a', 'b', 'c', 'c', 'b', 'a']) {
      await standing.check(`agent:default/${name}`);
    }
    expect(asked).toHaveBeenCalledTimes(4);
  });
});

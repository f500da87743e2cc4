import { Entity } from '@backstage/catalog-model';
import { Outside, acme } from './__testUtils__/acme';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const OLIVIA = 'user:default/olivia';
const API = 'component:default/payments-api';
const HOUR = 3_600_000;

const inAnHour = () => new Date(Date.now() + HOUR).toISOString();

describe('delegations', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await TestPortal.start({
      entities: acme,
      actions: new Outside().actions(),
      database: { client: 'better-sqlite3', connection: ':memory:' },
      config: { admins: ['user:default/nobody-in-particular'] },
    });
  });
  afterAll(async () => portal?.stop());

  const grant = (person: string, change: object = {}) =>
    portal.ask({ person }, 'post', '/delegations', {
      agent: 'agent:deploy-bot',
      actions: ['deployments:*', 'tickets:escalate'],
      until: inAnHour(),
      reason: 'Rolls out what I merge',
      ...change,
    });
  const granted = async (person: string, change: object = {}) => {
    const { status, body } = await grant(person, change);
    expect([status, body]).toEqual([201, expect.anything()]);
    return body;
  };
  const revoke = (person: string, { id }: { id: string }) =>
    portal.ask({ person }, 'post', `/delegations/${id}/revoke`);
  const deploy = (delegation: string | undefined, change: object = {}) =>
    portal.propose('deploy-bot', {
      action: 'deployments:deploy',
      target: API,
      environment: 'staging',
      input: { version: '1.2.3' },
      ...(delegation && { delegation }),
      ...change,
    });
  /** Held in production: nothing undoes it. */
  const escalate = (delegation: string) =>
    deploy(delegation, {
      action: 'tickets:escalate',
      environment: 'production',
      input: {},
    });
  const ask = async (person: string, path: string) =>
    (await portal.ask({ person }, 'get', path)).body;
  const idsFor = async (
    who: { person: string } | { agent: string },
    query = '',
  ) => {
    const { body } = await portal.ask(who, 'get', `/delegations${query}`);
    return body.items.map(({ id }: { id: string }) => id);
  };

  it('records two principals: the agent that acts, and the person who let it', async () => {
    const delegation = await granted('olivia');
    expect(delegation).toMatchObject({
      agentRef: 'agent:default/deploy-bot',
      grantedBy: OLIVIA,
      state: 'active',
    });
    const { body } = await deploy(delegation.id);
    expect(body).toMatchObject({
      agentRef: 'agent:default/deploy-bot',
      onBehalfOf: OLIVIA,
      delegationId: delegation.id,
    });
    await portal.reaches('deploy-bot', body.id, 'succeeded');

    const explained = await ask(
      'olivia',
      `/action-requests/${body.id}/explanation`,
    );
    expect(explained.decisions[0].facts.subject).toMatchObject({
      ref: { value: OLIVIA, state: 'known', source: 'delegations' },
      delegation: { value: { id: delegation.id }, state: 'known' },
    });
    expect(
      explained.decisions[0].levels.find(
        ({ level }: { level: string }) => level === 'delegation',
      ),
    ).toMatchObject({ granted: false, effect: 'none' });
    expect(explained.entries[0].envelope.body).toMatchObject({
      delegationId: delegation.id,
    });
    // also for somebody who may see this one story alone
    expect(
      await ask(
        'olivia',
        `/ledger/verification?stream=action-request:${body.id}`,
      ),
    ).toMatchObject({ ok: true, streams: 2 });
  });

  it('invariant 13: counts the same for an agent that waits on the line', async () => {
    const call = (delegation: string, version: string) =>
      portal.ask({ agent: 'deploy-bot' }, 'post', '/action-calls', {
        action: 'deployments:deploy',
        target: API,
        environment: 'staging',
        input: { version },
        delegation,
      });
    const hers = await granted('olivia');
    const done = await call(hers.id, '1.2.4');
    expect(done.body).toMatchObject({
      request: {
        state: 'succeeded',
        onBehalfOf: OLIVIA,
        delegationId: hers.id,
      },
      output: { deployed: true },
    });
    const his = await granted('carl');
    expect((await call(his.id, '1.2.4')).body.request).toMatchObject({
      state: 'denied',
    });
    await revoke('olivia', hers);
    expect((await call(hers.id, '1.2.5')).status).toBe(400);
  });

  it.each<[string, object, number, string]>([
    ['a person', { agent: OLIVIA }, 400, 'agent:'],
    ['an agent nobody can see', { agent: 'agent:ghost' }, 404, 'ghost'],
    ['no action', { actions: [] }, 400, 'actions'],
    ['an action there is not', { actions: ['a:b'] }, 400, 'actions[0]'],
    ['everything', { actions: ['*'] }, 400, 'actions[0]'],
    ['what no action starts with', { actions: ['x:*'] }, 400, 'actions[0]'],
    ['a star in the middle', { actions: ['depl*:x'] }, 400, 'actions[0]'],
    ['a target nobody can see', { targets: ['component:x'] }, 404, 'x does'],
    ['no target', { targets: [] }, 400, 'targets'],
    ['an environment there is not', { environments: ['m'] }, 400, 'environ'],
    ['the past', { until: '2020-01-01T00:00:00Z' }, 400, 'until:'],
    [
      'longer than the portal lets',
      { until: new Date(Date.now() + 8 * 24 * HOUR).toISOString() },
      400,
      'until: must be at most 1 week',
    ],
    ['no reason', { reason: ' ' }, 400, 'reason'],
    ['what it does not know', { scope: 'all' }, 400, 'scope'],
  ])('cannot be granted to or for %s', async (_, change, status, named) => {
    const refused = await grant('olivia', change);
    expect(refused.status).toBe(status);
    expect(refused.body.error.message).toContain(named);
  });

  it('invariant 12: is granted by people alone, and quoted by no one but its agent', async () => {
    const asAgent = await portal.ask(
      { agent: 'deploy-bot' },
      'post',
      '/delegations',
      {
        agent: 'agent:deploy-bot',
        actions: ['deployments:*'],
        until: inAnHour(),
        reason: 'me',
      },
    );
    expect(asAgent.status).toBe(403);
    const others = await granted('olivia', { agent: 'agent:other-bot' });
    const { status, body } = await deploy(others.id);
    expect(status).toBe(400);
    expect(body.error.message).toContain("'delegation'");
    // as if it did not exist
    for (const none of ['019a0000-0000-7000-8000-000000000000', 'mine']) {
      const answer = await deploy(none);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toBe(body.error.message);
    }
  });

  it.each<[string, object, object, string]>([
    [
      'another action',
      { actions: ['deployments:rollback'] },
      {},
      "'delegation' is not for this",
    ],
    [
      'another target',
      { targets: ['component:checkout-web'] },
      {},
      "'delegation' is not for this",
    ],
    [
      'another environment',
      { environments: ['production'] },
      {},
      "'delegation' is not for this",
    ],
    [
      'somebody else',
      {},
      { onBehalfOf: 'user:otto' },
      "'onBehalfOf' is 'user:default/otto'",
    ],
  ])(
    'is a bad reference when it is for %s',
    async (_, change, asked, message) => {
      const delegation = await granted('olivia', change);
      const { status, body } = await deploy(delegation.id, asked);
      expect(status).toBe(400);
      expect(body.error.message).toContain(message);
    },
  );

  it('is a bad reference once it is revoked, and says so', async () => {
    const delegation = await granted('olivia');
    expect((await revoke('olivia', delegation)).body).toMatchObject({
      state: 'revoked',
      revokedBy: OLIVIA,
    });
    const { status, body } = await deploy(delegation.id);
    expect(status).toBe(400);
    expect(body.error.message).toContain('revoked the delegation');
    expect((await revoke('olivia', delegation)).status).toBe(409);
  });

  it('invariant 3: what the agent may is denied on behalf of a person who may less', async () => {
    expect((await deploy(undefined)).body.verdict).toBe('allow');
    const delegation = await granted('carl');
    const { body } = await deploy(delegation.id);
    expect(body).toMatchObject({
      state: 'denied',
      reason: 'denied',
      because: expect.stringContaining(
        "user:default/carl, on whose behalf it is done, does not belong to the target's owner",
      ),
    });
  });

  it('invariant 3: what the agent may not is not granted on behalf of a person who may more', async () => {
    const delegation = await granted('carl');
    const onCheckout = { target: 'component:default/checkout-web' };
    const { body } = await deploy(delegation.id, onCheckout);
    expect(body.verdict).toBe('deny');
    const alone = await deploy(undefined, onCheckout);
    expect(alone.body.verdict).toBe('deny');
  });

  it('invariant 4: is another request under another delegation', async () => {
    const [one, other] = [await granted('olivia'), await granted('olivia')];
    const digests = await Promise.all(
      [one.id, other.id].map(async id => (await deploy(id)).body.actionDigest),
    );
    const claimed = await deploy(undefined, { onBehalfOf: OLIVIA });
    expect(new Set([...digests, claimed.body.actionDigest]).size).toBe(3);
  });

  it('invariant 6: is not approved by the person who granted it, and shows reviewers both principals', async () => {
    const delegation = await granted('olivia');
    const { body } = await escalate(delegation.id);
    expect(body.state).toBe('held');
    const refused = await portal.review('olivia', body.id, 'approve');
    expect(refused.status).toBe(403);
    const shown = await ask('otto', `/action-requests/${body.id}/review-view`);
    expect(shown.content.request).toMatchObject({
      agentRef: 'agent:default/deploy-bot',
      onBehalfOf: OLIVIA,
      delegationId: delegation.id,
    });
    expect((await portal.review('otto', body.id, 'approve')).status).toBe(201);
    await portal.reaches('deploy-bot', body.id, 'succeeded');
  });

  it('invariant 5: revoked while it waits, the request ends and says who did it', async () => {
    const delegation = await granted('olivia');
    const { body } = await escalate(delegation.id);
    // the owner of the agent may, too
    expect((await revoke('otto', delegation)).status).toBe(200);
    const ended = await portal.reaches('deploy-bot', body.id, 'voided');
    expect(ended.because).toContain('otto revoked the delegation');
    expect((await portal.review('otto', body.id, 'approve')).status).toBe(409);
  });

  it('invariant 5: the person’s standing is asked again at the moment of effect', async () => {
    const delegation = await granted('olivia');
    const { body } = await escalate(delegation.id);
    expect(body.state).toBe('held');
    await portal.changeCatalog(moved('olivia', 'checkout'));
    await new Promise(resolve => setTimeout(resolve, 5_500));
    expect((await portal.review('otto', body.id, 'approve')).status).toBe(201);
    const ended = await portal.reaches('deploy-bot', body.id, 'denied');
    expect(ended.because).toContain('on whose behalf it is done');
    await portal.changeCatalog(moved('olivia', 'payments'));
  });

  it('invariant 14: shows people theirs, owners those of their agents, admins all, agents theirs', async () => {
    const [hers, his] = [
      await granted('olivia'),
      await granted('carl', { actions: ['deployments:*'] }),
    ];
    const seenBy = async (who: { person: string } | { agent: string }) => {
      const ids = await idsFor(who, '?state=active&limit=100');
      return [hers, his].filter(({ id }) => ids.includes(id));
    };
    // olivia and otto own the agent; carl is nobody to it
    expect(await seenBy({ person: 'olivia' })).toEqual([hers, his]);
    expect(await seenBy({ person: 'otto' })).toEqual([hers, his]);
    expect(await seenBy({ person: 'carl' })).toEqual([his]);
    expect(await seenBy({ person: 'nobody-in-particular' })).toEqual([
      hers,
      his,
    ]);
    expect(await seenBy({ agent: 'deploy-bot' })).toEqual([hers, his]);
    expect(await seenBy({ agent: 'other-bot' })).toEqual([]);

    const at = `/delegations/${hers.id}`;
    const status = async (who: Parameters<typeof portal.ask>[0]) =>
      (await portal.ask(who, 'get', at)).status;
    expect(await status({ person: 'carl' })).toBe(404);
    expect(await status({ agent: 'other-bot' })).toBe(404);
    expect(await status('registry')).toBe(403);
    expect((await ask('olivia', at)).mayRevoke.allowed).toBe(true);
    // an auditor looks, and changes nothing
    expect((await ask('vera', at)).mayRevoke.allowed).toBe(false);
    expect((await revoke('vera', hers)).status).toBe(403);
    expect((await revoke('carl', hers)).status).toBe(404);
    expect((await revoke('nobody-in-particular', his)).status).toBe(200);
  });

  it('pages what somebody may see, without counting the rest', async () => {
    const ids = new Set<string>();
    let cursor: string | undefined;
    do {
      const { body } = await portal.ask(
        { person: 'carl' },
        'get',
        `/delegations?limit=1${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(body.items.length).toBeLessThanOrEqual(1);
      body.items.forEach(({ id, grantedBy }: Record<string, string>) => {
        expect(grantedBy).toBe('user:default/carl');
        ids.add(id);
      });
      cursor = body.nextCursor;
    } while (cursor);
    expect([...ids].sort()).toEqual(
      (await idsFor({ person: 'carl' }, '?limit=100')).sort(),
    );
  });

  it('ends with the person', async () => {
    const delegation = await granted('carl');
    await portal.changeCatalog(entities =>
      entities.filter(({ metadata }) => metadata.name !== 'carl'),
    );
    await new Promise(resolve => setTimeout(resolve, 5_500));
    const { status, body } = await deploy(delegation.id);
    expect(status).toBe(400);
    expect(body.error.message).toContain('no longer in the catalog');
  });

  it('invariant 10: leaves a ledger that tells it, and names nobody for ever', async () => {
    expect(await ask('vera', '/ledger/verification')).toMatchObject({
      ok: true,
      findings: [],
    });
    const { items } = await ask('vera', '/ledger/entries?limit=100');
    const entries = items.filter(
      ({ envelope }: { envelope: { type: string } }) =>
        envelope.type.startsWith('delegation.'),
    );
    expect(entries.length).toBeGreaterThan(0);
    const envelopes = entries.map((one: { envelope: object }) => one.envelope);
    expect(JSON.stringify(envelopes)).not.toContain('user:');
  });
});

function moved(person: string, group: string) {
  return (entities: Entity[]) =>
    entities.map(each =>
      each.kind === 'User' && each.metadata.name === person
        ? { ...each, spec: { ...each.spec, memberOf: [group] } }
        : each,
    );
}

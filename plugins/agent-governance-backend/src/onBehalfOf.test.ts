import { Entity } from '@backstage/catalog-model';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const OLIVIA = 'user:default/olivia';
const OTTO = 'user:default/otto';

describe('a request on behalf of somebody', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    portal = await TestPortal.start({
      entities: [...acme, entity('User', 'guest', { memberOf: ['payments'] })],
      actions: new Outside().actions(),
      database: { client: 'better-sqlite3', connection: ':memory:' },
    });
  });
  afterAll(async () => portal?.stop());

  /** Held in production: nothing undoes it. */
  const escalate = (change: object = {}) =>
    portal.propose('deploy-bot', {
      action: 'tickets:escalate',
      target: 'component:default/payments-api',
      environment: 'production',
      input: {},
      ...change,
    });
  const asPerson = async (person: string, path: string) =>
    (await portal.ask({ person }, 'get', path)).body;
  const inboxOf = async (person: string) => {
    const page = await asPerson(person, '/action-requests?waitingForMe=true');
    return page.items.map(({ id }: { id: string }) => id);
  };

  it.each<[string, object, string]>([
    ['nobody who exists', { onBehalfOf: 'user:nobody' }, 'onBehalfOf'],
    ['a group', { onBehalfOf: 'group:payments' }, 'onBehalfOf'],
    ['an agent', { onBehalfOf: 'agent:deploy-bot' }, 'onBehalfOf'],
    ['no ref', { onBehalfOf: 'olivia' }, 'onBehalfOf'],
    [
      'a run started by nobody who exists',
      { run: 'r', runStartedBy: 'user:nobody' },
      'runStartedBy',
    ],
    ['a step of no run', { runStep: 3 }, 'runStep'],
    ['step nought', { run: 'r', runStep: 0 }, 'runStep'],
    [
      'a run that begins tomorrow',
      { run: 'r', runStartedAt: '2126-01-01T00:00:00Z' },
      'runStartedAt',
    ],
  ])('is refused for %s, naming the field', async (_, change, field) => {
    const { status, body } = await escalate(change);
    expect(status).toBe(400);
    expect(body.error.message).toContain(field);
  });

  it('invariant 6: is not approved by that person, and shows everybody whose it is', async () => {
    const { body } = await escalate({ onBehalfOf: 'user:Olivia' });
    expect(body).toMatchObject({ state: 'held', onBehalfOf: OLIVIA });

    const refused = await portal.review('olivia', body.id, 'approve');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('on your behalf');
    expect(await inboxOf('olivia')).not.toContain(body.id);
    expect(await inboxOf('otto')).toContain(body.id);

    const explained = await asPerson(
      'otto',
      `/action-requests/${body.id}/explanation`,
    );
    expect(explained.request.onBehalfOf).toBe(OLIVIA);
    expect(explained.eligibleReviewers).not.toContain(OLIVIA);
    expect(explained.decisions[0].facts.subject).toMatchObject({
      ref: { value: OLIVIA, state: 'known', source: 'agent' },
      groups: { value: ['group:default/payments'], state: 'known' },
    });
    const shown = await asPerson(
      'otto',
      `/action-requests/${body.id}/review-view`,
    );
    expect(shown.content.request.onBehalfOf).toBe(OLIVIA);

    expect((await portal.review('otto', body.id, 'approve')).status).toBe(201);
    await portal.reaches('deploy-bot', body.id, 'succeeded');
  });

  it('invariant 6: is not approved by who started the run, as its first request said', async () => {
    const first = await escalate({
      run: 'run-1',
      runStep: 1,
      runStartedBy: OTTO,
    });
    expect(first.body).toMatchObject({ runStep: 1, runStartedBy: OTTO });
    const { body } = await escalate({ run: 'run-1', runStep: 2 });
    expect(body).toMatchObject({ state: 'held', runStartedBy: OTTO });
    const refused = await portal.review('otto', body.id, 'approve');
    expect(refused.status).toBe(403);

    const other = await escalate({ run: 'run-1', runStartedBy: OLIVIA });
    expect(other.status).toBe(400);
    expect(other.body.error.message).toContain('runStartedBy');
  });

  it('says so when nobody is left who could approve', async () => {
    const { body } = await escalate({
      target: 'component:default/payments-api',
      onBehalfOf: OLIVIA,
      run: 'run-2',
      runStartedBy: OTTO,
    });
    // guest is the third of the team
    expect(body.state).toBe('held');
    await portal.changeCatalog(without('guest'));
    const { body: none } = await escalate({
      onBehalfOf: OLIVIA,
      run: 'run-3',
      runStartedBy: OTTO,
    });
    expect(none).toMatchObject({
      state: 'denied',
      because: expect.stringContaining('there is nobody'),
    });
  });

  it('is another request for another person', async () => {
    const digests = await Promise.all(
      [{}, { onBehalfOf: OLIVIA }, { onBehalfOf: OTTO }].map(
        async change => (await escalate(change)).body.actionDigest,
      ),
    );
    expect(new Set(digests).size).toBe(3);
  });

  it('ends when that person is gone', async () => {
    const { body } = await escalate({ onBehalfOf: 'user:default/carl' });
    expect(body.state).toBe('held');
    await portal.changeCatalog(without('carl'));
    await new Promise(resolve => setTimeout(resolve, 5_500));
    await portal.review('olivia', body.id, 'approve');
    const ended = await portal.reaches('deploy-bot', body.id, 'voided');
    expect(ended.because).toContain('The person it is done for');
  });

  it('names nobody in what the ledger keeps for ever, and what it keeps holds', async () => {
    const { body } = await escalate({ onBehalfOf: OLIVIA });
    const { entries } = await asPerson(
      'vera',
      `/action-requests/${body.id}/explanation`,
    );
    expect(entries[0].envelope.body.notCounted).toBe(1);
    expect(JSON.stringify(entries[0].envelope)).not.toContain('olivia');
    const verification = await asPerson('vera', '/ledger/verification');
    expect(verification).toMatchObject({ ok: true, findings: [] });
  });
});

function without(name: string) {
  return (entities: Entity[]) =>
    entities.filter(
      each => each.kind !== 'User' || each.metadata.name !== name,
    );
}

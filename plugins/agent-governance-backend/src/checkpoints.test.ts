import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { Outside, acme } from './__testUtils__/acme';
import { LOCATION, entity } from './__testUtils__/entity';
import { pager, reportIncidents } from './__testUtils__/probe';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const target = 'component:default/payments-api';
const LEDGER = 'component:default/bookings';
const OWNER = { from: 'target-owner', count: 1 };
const SRE = { from: 'group:default/sre', count: 1 };

/** A rule that asks for approval of whatever was asked with this version. */
const rule = (
  name: string,
  when: string,
  anyOf: JsonObject[],
  times: JsonObject = {},
) => ({
  name,
  effect: 'require-approval',
  when,
  because: `Rule ${name} asks.`,
  checkpoint: {
    anyOf,
    decideWithin: 'PT4H',
    executeWithin: 'PT30M',
    ...times,
  },
});
const asked = (version: string) => `input.version == '${version}'`;

const policy = entity('AgentPolicy', 'changes', {
  owner: 'group:default/sre',
  level: 'organization',
  appliesTo: { actions: ['deployments:*'], environments: ['staging'] },
  rules: [
    rule('two-teams', asked('two-teams'), [
      { allOf: [OWNER, SRE] },
      { allOf: [{ ...SRE, count: 2 }] },
    ]),
    rule('first-look', asked('twice'), [{ allOf: [OWNER] }], {
      decideWithin: 'PT2H',
      executeWithin: 'PT5M',
    }),
    rule('second-look', asked('twice'), [{ allOf: [OWNER] }], {
      decideWithin: 'PT1H',
      executeWithin: 'PT10M',
    }),
    rule('too-many', asked('too-many'), [{ allOf: [{ ...SRE, count: 9 }] }]),
    rule('owner', asked('owner'), [{ allOf: [OWNER] }]),
    rule('during-incident', 'conditions.incident.active', [{ allOf: [OWNER] }]),
  ],
});

const world = [
  ...acme.map(each =>
    each.metadata.name === 'payments-api'
      ? { ...each, spec: { ...each.spec, dependsOn: [LEDGER] } }
      : each,
  ),
  entity('Component', 'bookings', {
    type: 'service',
    lifecycle: 'production',
    owner: 'checkout',
  }),
  entity('User', 'stella', { memberOf: ['sre'] }),
  entity('User', 'sam', { memberOf: ['sre'] }),
  entity('User', 'bo', { memberOf: ['payments', 'sre'] }),
  policy,
];

describe.each(databases.eachSupportedId())(
  'checkpoints with several reviewers, %p',
  databaseId => {
    const outside = new Outside();
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        entities: world,
        actions: outside.actions(),
        database: portalDatabase(databaseId),
        config: {
          trust: [
            { originLocation: LOCATION, kinds: ['Agent', 'AgentPolicy'] },
          ],
          policyAdmins: ['group:default/sre'],
          conditions: { sources: [pager] },
          policies: { poll: { milliseconds: 200 } },
          execution: { poll: { milliseconds: 100 }, concurrency: 1 },
        },
      });
      await reportIncidents(portal);
      await policyDecides();
    });
    afterAll(async () => portal?.stop());
    beforeEach(() => {
      outside.behave = async () => {};
    });

    const deploy = async (version: string, change: JsonObject = {}) =>
      (
        await portal.propose('deploy-bot', {
          action: 'deployments:deploy',
          target,
          environment: 'staging',
          input: { version },
          ...change,
        })
      ).body;
    const explain = async (person: string, id: string) =>
      (
        await portal.ask(
          { person },
          'get',
          `/action-requests/${id}/explanation`,
        )
      ).body;
    const waitsFor = async (person: string) => {
      const { body } = await portal.ask(
        { person },
        'get',
        '/action-requests?waitingForMe=true',
      );
      return body.items.map((item: { id: string }) => item.id);
    };
    const toldAbout = (id: string) =>
      portal.notifications.filter(({ payload }) => payload.link?.includes(id));

    /** Messages are sent after what they are about is committed. */
    async function eventually<T>(look: () => T[], count: number) {
      for (let tries = 0; tries < 100 && look().length < count; tries++) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      return look();
    }

    /** Policies are taken in after the start: waits until this one decides. */
    async function policyDecides() {
      let last: unknown;
      for (let tries = 0; tries < 150; tries++) {
        const { body } = await portal.ask(
          { person: 'stella' },
          'get',
          '/policies/default/changes',
        );
        if (body.state === 'enforcing') {
          return;
        }
        last = body;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error(`The policy is still ${JSON.stringify(last)}`);
    }

    it('waits for both teams, says who is still needed, and asks only those', async () => {
      const { id, progress, decideBy } = await deploy('two-teams');
      expect(progress).toEqual({
        met: false,
        approved: 0,
        needed: 2,
        because:
          '0 of 2: one of group:default/payments and one of group:default/sre, or two of group:default/sre still needed',
      });
      expect(decideBy).toBeDefined();
      for (const person of ['olivia', 'otto', 'stella', 'bo']) {
        expect(await waitsFor(person)).toContain(id);
      }
      expect(await waitsFor('carl')).not.toContain(id);

      expect((await portal.review('olivia', id, 'approve')).status).toBe(201);
      const partly = await portal.ask(
        { agent: 'deploy-bot' },
        'get',
        `/action-requests/${id}`,
      );
      expect(partly.body).toMatchObject({
        state: 'held',
        progress: {
          approved: 1,
          because:
            '1 of 2: one of group:default/sre, or two of group:default/sre still needed',
        },
      });
      expect(partly.body.unblock).toEqual([
        {
          kind: 'review',
          message:
            'One review by group:default/sre, or two reviews by group:default/sre.',
          who: ['group:default/sre'],
          verdict: 'allow',
        },
      ]);
      expect(await waitsFor('otto')).not.toContain(id);
      expect(await waitsFor('olivia')).not.toContain(id);
      expect(await waitsFor('stella')).toContain(id);
      const forOtto = await explain('otto', id);
      expect(forOtto.mayReview).toMatchObject({ allowed: true, helps: false });
      expect(forOtto.eligibleReviewers).toEqual([
        'user:default/bo',
        'user:default/sam',
        'user:default/stella',
      ]);
      expect(
        forOtto.progress.checkpoints[0].anyOf[0].terms[0].approvedBy,
      ).toEqual(['user:default/olivia']);

      const again = await portal.review('olivia', id, 'approve');
      expect(again.status).toBe(409);
      expect(again.body.error.message).toContain('a vote counts once');

      await portal.review('stella', id, 'approve');
      const done = await portal.reaches('deploy-bot', id, 'succeeded');
      expect(done.progress).toBeUndefined();
      expect(await waitsFor('sam')).not.toContain(id);
    });

    it('is satisfied by any one alternative', async () => {
      const { id } = await deploy('two-teams');
      await portal.review('stella', id, 'approve');
      await portal.review('sam', id, 'approve');
      const done = await portal.reaches('deploy-bot', id, 'succeeded');
      expect(done.execution).toMatchObject({ attempt: 1 });
    });

    it('invariant 6: one person of both teams counts once', async () => {
      const { id } = await deploy('two-teams');
      await portal.review('bo', id, 'approve');
      const { body } = await portal.ask(
        { agent: 'deploy-bot' },
        'get',
        `/action-requests/${id}`,
      );
      expect(body).toMatchObject({
        state: 'held',
        progress: {
          because:
            '1 of 2: one of group:default/payments or group:default/sre, or one of group:default/sre still needed',
        },
      });
      await portal.review('otto', id, 'approve');
      await portal.reaches('deploy-bot', id, 'succeeded');
    });

    it('takes the shortest of several checkpoints’ times, and one person for each of them', async () => {
      const before = Date.now();
      const { id, decideBy, progress } = await deploy('twice');
      expect(progress).toMatchObject({ needed: 2 });
      expect(Date.parse(decideBy) - before).toBeLessThan(3_660_000);
      await portal.review('olivia', id, 'approve');
      const { executeBy } = await portal.reaches('deploy-bot', id, 'succeeded');
      expect(Date.parse(executeBy) - before).toBeLessThan(360_000);
    });

    it('invariant 6: refuses what too few people could approve, and says how many there are', async () => {
      expect(await deploy('too-many')).toMatchObject({
        state: 'denied',
        reason: 'denied',
        because: expect.stringContaining(
          '9 of group:default/sre, and there are 3 people',
        ),
        unblock: expect.not.arrayContaining([
          expect.objectContaining({ kind: 'review' }),
        ]),
      });
    });

    it('invariant 6: does not count whose own request it is', async () => {
      const { id } = await deploy('owner', {
        onBehalfOf: 'user:default/olivia',
      });
      expect(await waitsFor('olivia')).not.toContain(id);
      const own = await portal.review('olivia', id, 'approve');
      expect(own.status).toBe(403);
      expect(own.body.error.message).toContain('on your behalf');
      expect((await explain('otto', id)).eligibleReviewers).toEqual([
        'user:default/bo',
        'user:default/otto',
      ]);
      const [told] = await eventually(() => toldAbout(id), 1);
      expect(told.recipients).toMatchObject({
        entityRef: ['group:default/payments'],
        excludeEntityRef: ['user:default/olivia'],
      });
      await portal.review('otto', id, 'approve');
      await portal.reaches('deploy-bot', id, 'succeeded');
    });

    it('invariant 6: lets two last votes at the same instant both be votes, and runs once', async () => {
      const { id } = await deploy('two-teams');
      await portal.review('olivia', id, 'approve');
      const calls = outside.calls.length;
      const votes = await Promise.all(
        ['stella', 'sam'].map(person => portal.review(person, id, 'approve')),
      );
      // the second may find that the first has taken the request on already
      expect(votes.map(({ status }) => status).sort()[0]).toBe(201);
      for (const { status, body } of votes.filter(v => v.status !== 201)) {
        expect(status).toBe(409);
        expect(body.error.message).toMatch(/authorised|executing|succeeded/);
      }
      await portal.reaches('deploy-bot', id, 'succeeded');
      expect(outside.calls).toHaveLength(calls + 1);
    });

    const withMembers = (person: string, memberOf: string[]) =>
      portal.changeCatalog(entities =>
        entities.map(each =>
          each.metadata.name === person
            ? { ...each, spec: { ...each.spec, memberOf } }
            : each,
        ),
      );

    it('invariant 5: asks anew, with no vote left, where an approver has left since', async () => {
      const { id, holdDecisionId } = await deploy('two-teams');
      await portal.review('olivia', id, 'approve');
      await withMembers('olivia', ['checkout']);
      expect(await eventually(() => toldAbout(id), 1)).toHaveLength(1);

      expect((await portal.review('stella', id, 'approve')).status).toBe(201);
      const held = await portal.reaches('deploy-bot', id, 'held');
      expect(held.holdDecisionId).not.toBe(holdDecisionId);
      expect(held.progress).toMatchObject({ approved: 0, needed: 2 });
      const { reviews } = await explain('otto', id);
      expect(reviews.map(({ counts }: { counts: boolean }) => counts)).toEqual([
        false,
        false,
      ]);
      expect(await waitsFor('stella')).toContain(id);
      await withMembers('olivia', ['payments']);

      await portal.review('otto', id, 'approve');
      await portal.review('stella', id, 'approve');
      await portal.reaches('deploy-bot', id, 'succeeded');
    });

    it('story 7, invariant 5: an incident opened after the approval; at the moment of effect people are asked again, with what changed', async () => {
      // one execution at a time: what is authorised waits for its turn
      let go = () => {};
      outside.behave = () => new Promise(resolve => (go = resolve));
      const first = await deploy('owner');
      await portal.review('olivia', first.id, 'approve');
      await portal.reaches('deploy-bot', first.id, 'executing');
      const { id } = await deploy('owner');
      await portal.review('olivia', id, 'approve');
      const approved = await portal.reaches('deploy-bot', id, 'authorised');
      expect(await eventually(() => toldAbout(id), 1)).toHaveLength(1);

      const incident = { key: 'i-1', entityRef: LEDGER, title: 'Bookings lag' };
      await reportIncidents(portal, { ...incident, status: 'open' });
      outside.behave = async () => {};
      const calls = outside.calls.length;
      go();
      const held = await portal.reaches('deploy-bot', id, 'held');
      expect(held.revision).toBeGreaterThan(approved.revision);
      expect(outside.calls).toHaveLength(calls);
      expect(held.because).toContain('during-incident');
      // the very person who could approve has not looked at the incident yet
      expect(held.progress).toMatchObject({ approved: 0, needed: 2 });
      const { decisions, reviews } = await explain('olivia', id);
      expect(decisions.at(-1)).toMatchObject({
        purpose: 'effect',
        verdict: 'hold',
        checkpoints: [{ rule: 'during-incident' }, { rule: 'owner' }],
        facts: {
          conditions: {
            incident: { value: { incidents: [{ title: 'Bookings lag' }] } },
          },
          reviews: {
            value: {
              approvals: [
                {
                  reviewerRef: 'user:default/olivia',
                  standingRefs: ['group:default/payments'],
                },
              ],
            },
          },
        },
      });
      expect(reviews).toMatchObject([{ counts: false }]);
      expect(await waitsFor('olivia')).toContain(id);
      const told = await eventually(() => toldAbout(id), 2);
      expect(told.at(-1)!.payload.description).toContain('The world changed');

      const { body: shown } = await portal.ask(
        { person: 'olivia' },
        'get',
        `/action-requests/${id}/review-view`,
      );
      expect(shown.content.heldBefore).toMatchObject({
        approvedBy: ['user:default/olivia'],
        changes: [
          {
            path: 'conditions.incident',
            now: expect.stringContaining('Bookings lag'),
          },
        ],
      });
      expect(shown.content.reviews).toEqual([]);

      await portal.review('olivia', id, 'approve');
      await portal.reaches('deploy-bot', id, 'succeeded');
      await reportIncidents(portal, { ...incident, status: 'resolved' });
    });

    it('invariant 4: takes no vote on a hold that has ended, and names what it came to', async () => {
      const { id } = await deploy('two-teams');
      const shown = await portal.ask(
        { person: 'stella' },
        'get',
        `/action-requests/${id}/review-view`,
      );
      await portal.review('olivia', id, 'reject', 'not today');
      const late = await portal.ask(
        { person: 'stella' },
        'post',
        `/action-requests/${id}/reviews`,
        {
          holdDecisionId: shown.body.holdDecisionId,
          presentationDigest: shown.body.digest,
          verdict: 'approve',
        },
      );
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain('rejected');
    });

    it('invariant 10: the verifier accepts the record of everything above', async () => {
      const { body } = await portal.ask(
        { person: 'vera' },
        'get',
        '/ledger/verification',
      );
      expect(body).toMatchObject({ ok: true, findings: [] });
    });
  },
);

import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  LevelResult,
  PolicyResult,
  ShadowResult,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { EffectTallier } from '../service/policies/EffectTallier';
import { requestRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { DatabasePolicyEffectStore } from './DatabasePolicyEffectStore';
import { PolicyEffectStore } from './PolicyEffectStore';
import { readEffects } from './policyEffectRow';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const NOW = new Date('2026-11-23T12:00:00.000Z');
const ROUTINE = 'agentpolicy:default/routine';
const TRIED = 'agentpolicy:default/tried';
const BOT = 'agent:default/bot';
const API = 'component:default/api';

function policy(
  id: string,
  effect: 'allow' | 'deny',
  matched = true,
): PolicyResult {
  return {
    id,
    title: id,
    digest: 'd'.repeat(64),
    standing: 'current',
    rules: [{ name: 'a-rule', effect, matched, because: 'so', reads: [] }],
  };
}

/** A decision in which one policy allows, and another in shadow mode would have denied or not. */
function decided(options: {
  agent?: string;
  target?: string;
  at?: Date;
  wouldBe?: Verdict;
}) {
  const { agent = BOT, target = API, at = NOW, wouldBe } = options;
  const made = requestRow({
    verdict: 'allow',
    now: at,
    overrides: { agent_ref: agent, target_ref: target },
  });
  const levels: LevelResult[] = [
    {
      level: 'organization',
      granted: true,
      effect: 'allow',
      because: 'so',
      policies: [policy(ROUTINE, 'allow')],
    },
  ];
  const shadow: ShadowResult[] = [
    {
      level: 'organization',
      policy: policy(TRIED, 'deny', wouldBe === 'deny'),
      effect: wouldBe === 'deny' ? 'deny' : 'none',
      verdict: wouldBe ?? 'allow',
    },
  ];
  const { record, row } = made;
  return {
    row,
    record: { ...record, decision: { ...record.decision, levels, shadow } },
    messages: [],
    now: at,
  };
}

describe.each(databases.eachSupportedId())(
  'DatabasePolicyEffectStore, %p',
  databaseId => {
    let knex: Knex;
    let store: PolicyEffectStore;

    beforeEach(async () => {
      knex = await migratedDatabase(databases, databaseId as TestDatabaseId);
      store = DatabasePolicyEffectStore.create({ knex });
    });

    const insert = async (...all: Array<ReturnType<typeof decided>>) => {
      const requests = DatabaseActionRequestStore.create({ knex });
      for (const one of all) {
        await requests.insert(one);
      }
    };
    const tallier = (on: PolicyEffectStore = store) =>
      EffectTallier.create({
        store: on,
        logger: mockServices.logger.mock(),
        now: () => NOW,
      });
    const everything = {
      policyRefs: [ROUTINE, TRIED],
      since: '2026-11-01',
      scope: 'everything' as const,
    };
    const sums = async () =>
      (await store.sums(everything)).sort((a, b) =>
        a.policyRef < b.policyRef ? -1 : 1,
      );

    it('counts what each policy did, once, by day, agent and rule', async () => {
      await insert(
        decided({}),
        decided({ wouldBe: 'deny' }),
        decided({
          agent: 'agent:default/other',
          at: new Date('2026-11-22T23:59:59.999Z'),
        }),
      );
      expect(await store.oldestUntallied()).toBe(NOW.toISOString());
      await tallier().look();
      await tallier().look();
      expect(await store.oldestUntallied()).toBeUndefined();

      expect(await sums()).toMatchObject([
        { policyRef: ROUTINE, mode: 'enforce', decisions: 3, allowed: 3 },
        {
          policyRef: TRIED,
          mode: 'shadow',
          decisions: 3,
          denied: 1,
          changed: 1,
          wouldDeny: 1,
        },
      ]);
      const of = (key: 'day' | 'agent' | 'rule') =>
        store.sumsBy(key, { ...everything, policyRef: TRIED });
      const brief = async (key: 'day' | 'agent' | 'rule') =>
        (await of(key))
          .map(row => `${row.key}: ${row.decisions}, ${row.changed}`)
          .sort();
      expect(await brief('day')).toEqual([
        '2026-11-22: 1, 0',
        '2026-11-23: 2, 1',
      ]);
      expect(await brief('agent')).toEqual([
        'agent:default/bot: 2, 1',
        'agent:default/other: 1, 0',
      ]);
      expect(await brief('rule')).toEqual(['a-rule: 1, 1']);
    });

    it('counts each decision once, however many count at a time and whatever is still coming in', async () => {
      const agents = ['a', 'b', 'c'].map(name => `agent:default/${name}`);
      const made = Array.from({ length: 120 }, (_, index) =>
        decided({
          agent: agents[index % 3],
          wouldBe: index % 4 === 0 ? 'deny' : undefined,
        }),
      );
      await insert(...made.slice(0, 60));
      await Promise.all([
        ...Array.from({ length: 4 }, () =>
          tallier(DatabasePolicyEffectStore.create({ knex })).look(),
        ),
        insert(...made.slice(60)),
      ]);
      await Promise.all(Array.from({ length: 4 }, () => tallier().look()));

      expect(await sums()).toMatchObject([
        { decisions: 120, allowed: 120 },
        { decisions: 120, denied: 30, changed: 30 },
      ]);
    });

    it('counts a decision whose transaction was committed after later ones were counted', async () => {
      const [early, late] = [decided({}), decided({ wouldBe: 'deny' })];
      // ids are given when a decision is made, not when it is committed
      expect(early.record.decision.id < late.record.decision.id).toBe(true);
      await insert(late);
      await tallier().look();
      await insert(early);
      await tallier().look();
      expect(await sums()).toMatchObject([{ decisions: 2 }, { decisions: 2 }]);
    });

    it('takes back the mark together with the counts when counting fails', async () => {
      await insert(decided({}));
      const [found] = await store.untallied(10);
      const broken = {
        ...found,
        effects: readEffects(found.document).map(effect => ({
          ...effect,
          policyRef: null as unknown as string,
        })),
      };
      await expect(store.tally([broken])).rejects.toThrow();
      expect(await store.untallied(10)).toHaveLength(1);
      await tallier().look();
      expect(await sums()).toMatchObject([{ decisions: 1 }, { decisions: 1 }]);
    });

    it('goes on past a decision that cannot be read', async () => {
      const [one, other] = [decided({}), decided({})];
      await insert(one, other);
      await knex('decision')
        .where({ id: one.record.decision.id })
        .update({ document: 'not JSON' });
      await tallier().look();
      expect(await sums()).toMatchObject([{ decisions: 1 }, { decisions: 1 }]);
      expect(await store.untallied(10)).toEqual([]);
    });

    it('counts what was decided before anybody counted, but nothing older than is kept', async () => {
      await insert(
        decided({ at: new Date('2026-11-01T00:00:00.000Z') }),
        decided({ at: new Date('2026-06-01T00:00:00.000Z') }),
      );
      await knex('decision').update({ tallied: 0 });
      await tallier().look();
      expect(await sums()).toMatchObject([{ decisions: 1 }, { decisions: 1 }]);
      await store.forgetBefore('2026-11-02');
      expect(await sums()).toEqual([]);
    });

    it('invariant 14: counts and shows only what is in scope', async () => {
      const other = 'component:default/other';
      await insert(
        decided({ wouldBe: 'deny' }),
        decided({ target: other, wouldBe: 'deny' }),
        decided({ agent: 'agent:default/mine', target: other }),
      );
      await tallier().look();
      const scope = {
        agents: [BOT],
        targets: [API],
        allOf: ['agent:default/mine'],
      };
      const [routine, tried] = (
        await store.sums({ ...everything, scope })
      ).sort((a, b) => (a.policyRef < b.policyRef ? -1 : 1));
      expect(routine).toMatchObject({ decisions: 2 });
      expect(tried).toMatchObject({ decisions: 2, changed: 1 });

      const latest = await store.latest({
        ...everything,
        policyRef: TRIED,
        scope,
        limit: 10,
      });
      expect(
        latest.map(({ agentRef, targetRef }) => [agentRef, targetRef]),
      ).toEqual([
        ['agent:default/mine', other],
        [BOT, API],
      ]);
      const nobody = { agents: [], targets: [], allOf: [] };
      expect(await store.sums({ ...everything, scope: nobody })).toEqual([]);
    });

    it('shows those it would have changed before others', async () => {
      const changed = decided({ wouldBe: 'deny' });
      await insert(changed, decided({}), decided({ target: 'api:default/b' }));
      await tallier().look();
      const [only] = await store.latest({
        ...everything,
        policyRef: TRIED,
        limit: 1,
      });
      expect(only.decisionId).toBe(changed.record.decision.id);
      expect(only.effects).toContainEqual(
        expect.objectContaining({ policyRef: TRIED, wouldBe: 'deny' }),
      );
    });

    it('names who asked, those with the most decisions first', async () => {
      await insert(
        decided({}),
        decided({ target: 'api:default/b' }),
        decided({}),
      );
      await tallier().look();
      expect(await store.pairs({ ...everything, limit: 1 })).toEqual([
        { agentRef: BOT, targetRef: API },
      ]);
    });
  },
);

import { setTimeout as sleep } from 'node:timers/promises';
import {
  TestDatabaseId,
  TestDatabases,
  mockServices,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { Loop } from '../edges/worker/Loop';
import { DatabasePolicyStore } from '../store/DatabasePolicyStore';
import { changeGovernor } from './__testUtils__/changeGovernor';
import { policyEntity, TRUSTED } from './__testUtils__/policyEntity';
import { PolicyCatalog } from './PolicyCatalog';
import { PolicyIndexes } from './PolicyIndexes';
import { PolicyLoader } from './PolicyLoader';
import { PolicyWatch } from './PolicyWatch';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
/** As in a portal; less would only measure something else. */
const POLL_MS = Number(process.env.MEASURED_POLL_MS ?? 100);
const TURN_MS = Math.min(500, POLL_MS);
const CHANGES = Number(process.env.MEASURED_CHANGES ?? 3);
const POLICIES = 50;

/** A replica as far as policies go: it takes its turns, and decides by what is stored. */
function startReplica(knex: Knex, entities: () => Entity[]) {
  const store = DatabasePolicyStore.create({ knex });
  const logger = mockServices.logger.mock();
  const now = () => new Date();
  const ask = () => catalogServiceMock({ entities: entities() });
  const loader = PolicyLoader.create({
    catalog: PolicyCatalog.create({
      auth: mockServices.auth(),
      catalog: {
        async *streamEntities(
          ...args: Parameters<CatalogService['streamEntities']>
        ) {
          yield* ask().streamEntities(...args);
        },
        getEntitiesByRefs: async (
          ...args: Parameters<CatalogService['getEntitiesByRefs']>
        ) => ask().getEntitiesByRefs(...args),
      } as unknown as CatalogService,
      deadlineMs: 5_000,
    }),
    store,
    census: { of: async () => [] },
    config: {
      policyAdmins: ['group:default/platform'],
      environments: [],
      trust: [{ originLocation: TRUSTED, kinds: ['AgentPolicy'] }],
    },
    governor: changeGovernor(knex, { now }),
    onChange: () => {},
    now,
  });
  const watch = PolicyWatch.create({ loader, store, everyMs: POLL_MS, logger });
  return {
    policies: PolicyIndexes.create({ store, mustBeListed: true, logger, now }),
    start: () =>
      Loop.start({
        name: 'The watch on policies',
        everyMs: TURN_MS,
        call: () => watch.look(),
        logger,
      }),
  };
}

describe.each(databases.eachSupportedId())('replicas, %s', id => {
  it('all decide by a change soon after it, whichever of them saw it, and when one of them stops looking', async () => {
    const knex = await migratedDatabase(databases, id as TestDatabaseId);
    const store = DatabasePolicyStore.create({ knex });
    const guard = (because: string) =>
      policyEntity('guard', {
        rules: [{ name: 'no', effect: 'deny', because }],
      });
    let entities: Entity[] = [
      guard('Before.'),
      ...Array.from({ length: POLICIES }, (_, i) => policyEntity(`p${i}`)),
    ];
    const replicas = [1, 2].map(() => startReplica(knex, () => entities));
    const loops = replicas.map(({ start }) => start());
    const says = async (index: number) => {
      const set = await replicas[index].policies.current().catch(() => {});
      const digest = set?.manifest.policies.find(
        ({ ref }) => ref === 'agentpolicy:default/guard',
      )?.digest;
      const texts = await store.texts(digest ? [digest] : []);
      const [text] = texts.values();
      return text && JSON.parse(text).rules[0].because;
    };
    const until = async (index: number, because: string) => {
      while ((await says(index)) !== because) {
        await sleep(10);
      }
      return Date.now();
    };
    await Promise.all([until(0, 'Before.'), until(1, 'Before.')]);

    const delays: number[] = [];
    for (let change = 0; change < CHANGES; change++) {
      await sleep(Math.random() * POLL_MS);
      const at = Date.now();
      entities = [guard(`Change ${change}.`), ...entities.slice(1)];
      const known = await Promise.all(
        [0, 1].map(index => until(index, `Change ${change}.`)),
      );
      delays.push(...known.map(time => time - at));
    }
    if (process.env.MEASURED_POLL_MS) {
      const sorted = delays.sort((a, b) => a - b);
      // eslint-disable-next-line no-console
      console.log(id, {
        count: sorted.length,
        median: sorted[Math.floor(sorted.length / 2)],
        max: sorted.at(-1),
      });
    }

    await loops[0].stop();
    entities = [guard('After.'), ...entities.slice(1)];
    await Promise.all([until(0, 'After.'), until(1, 'After.')]);
    await loops[1].stop();
    expect(await says(0)).toBe('After.');
    expect(await says(1)).toBe('After.');
  });
});

import { TestDatabases } from '@backstage/backend-test-utils';
import { PolicyOrder } from '@agentgov/backstage-plugin-agent-governance-common';
import { DOCUMENT_LEVELS } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabasePolicyStore } from './DatabasePolicyStore';
import { StoredPolicy } from './PolicyStore';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const POLICIES = 120;
const PAGE = 7;
const OWNERS = ['group:default/a-team', 'group:default/b', 'user:default/zoe'];

/** Where a policy comes in an order, as text that sorts. */
const KEYS: Record<string, (policy: StoredPolicy) => string> = {
  ref: () => '',
  level: ({ level }) =>
    String(level ? DOCUMENT_LEVELS.indexOf(level) : DOCUMENT_LEVELS.length),
  owner: ({ owner }) => (owner === undefined ? '~' : owner),
  changed: ({ changedAt }) => changedAt,
};

const ORDERS = Object.keys(KEYS).flatMap((key): PolicyOrder[] => [
  key as PolicyOrder,
  `-${key}` as PolicyOrder,
]);

describe.each(databases.eachSupportedId())('policies in %p', databaseId => {
  let store: DatabasePolicyStore;

  beforeAll(async () => {
    store = DatabasePolicyStore.create({
      knex: await migratedDatabase(databases, databaseId),
    });
    for (let index = 0; index < POLICIES; index += 1) {
      await store.save({
        before: undefined,
        texts: [],
        now: new Date(Date.UTC(2026, 0, 1 + (index % 9))),
        after: {
          ref: `agentpolicy:default/policy-${(index * 37) % POLICIES}`,
          state: 'untrusted',
          title: `Policy ${index}`,
          because: 'Nobody trusts it.',
          problems: [],
          checkpoints: [],
          ...(index % 5 && { level: DOCUMENT_LEVELS[index % 4] }),
          ...(index % 7 && { owner: OWNERS[index % 3] }),
        },
      });
    }
  });

  it.each(ORDERS)('lists each once, page by page, by %s', async order => {
    const found: StoredPolicy[] = [];
    for (;;) {
      const page = await store.list({
        order,
        after: found[found.length - 1]?.ref,
        limit: PAGE,
      });
      found.push(...page);
      if (page.length < PAGE) {
        break;
      }
    }
    expect(new Set(found.map(({ ref }) => ref)).size).toBe(POLICIES);
    expect(found).toHaveLength(POLICIES);
    const keyOf = KEYS[order.replace('-', '')];
    const keys = found.map(keyOf);
    const sorted = [...keys].sort();
    expect(keys).toEqual(order.startsWith('-') ? sorted.reverse() : sorted);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { withAgentGovernance } from '@agentgov/backstage-plugin-permission-backend-module-agent-governance';
import { Outside, acme } from './__testUtils__/acme';
import { entity, LOCATION } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const policy = (name: string, spec: JsonObject) =>
  entity(
    'AgentPolicy',
    name,
    { owner: 'platform', level: 'organization', ...spec },
    { annotations: { 'backstage.io/managed-by-origin-location': LOCATION } },
  );

/** Of the catalog, Carl may read everything but components, Rosa no policies; Otto may not look at policies at all. */
const permissionModulePeople = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-people',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init(deps) {
        deps.policy.setPolicy(
          withAgentGovernance({
            async handle({ permission }, user) {
              const person = user?.info.userEntityRef;
              const hidden = {
                'user:default/carl': 'component',
                'user:default/rosa': 'agentpolicy',
              }[person ?? ''];
              if (
                hidden &&
                isResourcePermission(permission, 'catalog-entity')
              ) {
                return createCatalogConditionalDecision(permission, {
                  not: catalogConditions.isEntityKind({ kinds: [hidden] }),
                });
              }
              const isDenied =
                {
                  'agent-governance.policy.read':
                    person === 'user:default/otto',
                  'agent-governance.ledger.read':
                    person !== 'user:default/vera',
                }[permission.name] ?? false;
              return {
                result: isDenied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
              };
            },
          }),
        );
      },
    });
  },
});

describe.each(databases.eachSupportedId())(
  'what policies cover and did, in a whole portal, %p',
  databaseId => {
    let portal: TestPortal;

    const as = (person: string) => (path: string) =>
      portal.ask({ person }, 'get', path);
    /** The worker counts in its own time: waits until something is so. */
    async function until(isSo: () => Promise<boolean>) {
      for (let tries = 0; tries < 150; tries++) {
        if (await isSo()) {
          return;
        }
        await sleep(100);
      }
      throw new Error('It never became so');
    }

    beforeAll(async () => {
      portal = await TestPortal.start({
        entities: [
          ...acme,
          entity('Group', 'platform', { type: 'team', children: [] }),
          entity('User', 'rosa', { memberOf: ['platform'] }),
          policy('routine', {
            appliesTo: { environments: ['staging'] },
            rules: [{ name: 'routine', effect: 'allow' }],
          }),
          policy('tried', {
            mode: 'shadow',
            rules: [
              { name: 'no', effect: 'deny', when: "input.version == '6.6.6'" },
            ],
          }),
        ],
        actions: new Outside().actions(),
        database: portalDatabase(databaseId),
        policy: permissionModulePeople,
        config: {
          policyAdmins: ['group:default/platform'],
          policies: { poll: { milliseconds: 200 } },
          trust: [
            { originLocation: LOCATION, kinds: ['Agent', 'AgentPolicy'] },
          ],
        },
      });
      await until(async () => {
        const { body } = await as('olivia')('/policies');
        return body.items?.length === 2;
      });
      for (const version of ['1.0.0', '6.6.6', '1.2.3']) {
        const { status } = await portal.propose('deploy-bot', {
          action: 'deployments:deploy',
          target: 'component:default/payments-api',
          environment: 'staging',
          input: { version },
        });
        if (status !== 201) {
          throw new Error(`Asking was answered with ${status}`);
        }
      }
    });
    afterAll(async () => portal?.stop());

    const effects = (person: string, name = 'tried', query = '') =>
      as(person)(`/policies/default/${name}/effects${query}`);
    /** What ran was decided twice: proposed, and at the moment of effect. */
    const counted = () =>
      until(async () => {
        const { body } = await effects('olivia');
        return body.total.shadow.decisions === 6;
      });

    it('counts what a policy in shadow mode would have done, and tells it by day, agent, rule and decision', async () => {
      await counted();
      const { status, body } = await effects('olivia', 'tried', '?days=7');
      expect(status).toBe(200);
      expect(body.days).toHaveLength(7);
      expect(body).toMatchObject({
        total: {
          shadow: { decisions: 6, denied: 2, changed: 2, wouldDeny: 2 },
          enforce: { decisions: 0 },
        },
        agents: [
          { agentRef: 'agent:default/deploy-bot', shadow: { changed: 2 } },
        ],
        rules: [{ name: 'no', mode: 'shadow', decisions: 2 }],
        catchingUp: false,
        partial: false,
      });
      expect(body.latest).toContainEqual(
        expect.objectContaining({
          targetRef: 'component:default/payments-api',
          verdict: 'allow',
          effect: 'deny',
          wouldBe: 'deny',
        }),
      );
      expect(
        (await effects('olivia', 'routine')).body.total.enforce,
      ).toMatchObject({ decisions: 6, allowed: 6 });
    });

    it('says in the list what each decided lately', async () => {
      await counted();
      const { body } = await as('olivia')('/policies');
      expect(
        body.items.map((item: any) => [
          item.ref,
          item.lately.matched,
          item.lately.changed,
        ]),
      ).toEqual([
        ['agentpolicy:default/routine', 6, 0],
        ['agentpolicy:default/tried', 2, 2],
      ]);
    });

    it('invariant 14: counts nothing of what somebody may not read, and everything for auditors', async () => {
      await counted();
      const { status, body } = await effects('carl');
      expect(status).toBe(200);
      expect(body).toMatchObject({
        total: { shadow: { decisions: 0 }, enforce: { decisions: 0 } },
        agents: [],
        rules: [],
        latest: [],
        partial: false,
      });
      expect(JSON.stringify(body)).not.toContain('payments-api');
      const { body: list } = await as('carl')('/policies');
      expect(list.items.map((item: any) => item.lately.matched)).toEqual([
        0, 0,
      ]);
      expect((await effects('vera')).body.total.shadow.decisions).toBe(6);
    });

    it('says of each action in each environment what policies hold, let through or deny', async () => {
      const { status, body } = await as('olivia')('/checkpoint-coverage');
      expect(status).toBe(200);
      const cell = (environment: string) =>
        body.cells.find(
          (one: any) =>
            one.actionId === 'deployments:deploy' &&
            one.environment === environment,
        );
      expect(cell('staging')).toMatchObject({
        state: 'allowed',
        extent: 'always',
        rules: [{ policyRef: 'agentpolicy:default/routine', rule: 'routine' }],
        shadow: [{ policyRef: 'agentpolicy:default/tried', extent: 'partly' }],
      });
      expect(cell('production')).toMatchObject({
        state: 'uncovered',
        rules: [],
      });
      expect(body.numbers.uncovered).toBe(body.numbers.cells / 2);

      const only = await as('olivia')(
        '/checkpoint-coverage?environment=production&state=allowed',
      );
      expect(only.body.cells).toEqual([]);
      expect(only.body.numbers).toEqual(body.numbers);
    });

    it('invariant 14: does not name a policy to who may not see it, and does not call uncovered what it covers', async () => {
      const { body } = await as('rosa')('/checkpoint-coverage');
      const { body: seen } = await as('olivia')('/checkpoint-coverage');
      expect(body.numbers).toEqual(seen.numbers);
      expect(JSON.stringify(body)).not.toContain('agentpolicy:');
      expect(JSON.stringify(body)).not.toContain('6.6.6');
      expect(body.policies).toEqual([]);
      const { status } = await effects('rosa');
      expect(status).toBe(404);
    });

    it('refuses who may not look at policies, agents, nobody, and what is no question', async () => {
      for (const path of [
        '/checkpoint-coverage',
        '/policies/default/tried/effects',
      ]) {
        const otto = await as('otto')(path);
        expect(otto.status).toBe(403);
        expect(otto.body.error.message).toContain(
          'agent-governance.policy.read',
        );
        const bot = await portal.ask({ agent: 'deploy-bot' }, 'get', path);
        expect(bot.status).toBe(403);
        expect((await portal.ask('nobody', 'get', path)).status).toBe(401);
      }
      const environment = await as('olivia')(
        '/checkpoint-coverage?environment=moon',
      );
      expect(environment.status).toBe(400);
      expect(environment.body.error.message).toContain('staging, production');
      expect((await effects('olivia', 'tried', '?days=91')).status).toBe(400);
      expect((await effects('olivia', 'unheard-of')).status).toBe(404);
    });
  },
);

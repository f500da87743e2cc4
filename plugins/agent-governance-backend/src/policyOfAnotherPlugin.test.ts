import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { PolicyQuery } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { Entity } from '@backstage/catalog-model';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

type Table = Record<string, 'allow' | object>;

/**
 * A policy that another plugin owns: a table of what everybody who is signed in may do. It knows nothing of agents,
 * and the portal cannot wrap it.
 */
function moduleRoleTable(table: Table) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'role-table',
    register(reg) {
      reg.registerInit({
        deps: { policy: policyExtensionPoint },
        async init({ policy }) {
          policy.setPolicy({
            async handle({ permission }: PolicyQuery): Promise<PolicyDecision> {
              const line = table[permission.name];
              if (
                typeof line === 'object' &&
                isResourcePermission(permission)
              ) {
                return {
                  result: AuthorizeResult.CONDITIONAL,
                  pluginId: 'agent-governance',
                  resourceType: permission.resourceType,
                  conditions: line as never,
                };
              }
              return {
                result:
                  line === 'allow'
                    ? AuthorizeResult.ALLOW
                    : AuthorizeResult.DENY,
              };
            },
          });
        },
      });
    },
  });
}

const EXECUTE = 'agent-governance.action.execute';
const APPROVED = 'agent-governance.action.execute-approved';
const reads: Table = {
  'catalog.entity.read': 'allow',
  'agent-governance.ledger.read': 'allow',
};
const resourceType = 'agent-action';

/** Owned by the platform team, from a trusted place: what agents may do anywhere. */
const policy: Entity = {
  ...entity('AgentPolicy', 'what-agents-may', {
    owner: 'group:default/sre',
    level: 'organization',
    rules: [
      {
        name: 'production',
        effect: 'require-approval',
        when: 'environment.production',
        because: 'A person looks at every change of production.',
      },
      { name: 'owned', effect: 'allow', when: 'topology.ownedByAgentOwner' },
    ],
  }),
  apiVersion: 'agent-governance.io/v1alpha1',
};

describe('a portal whose policy belongs to another plugin', () => {
  let portal: TestPortal;
  afterEach(async () => portal?.stop());

  async function start(table: Table, entities: Entity[] = acme) {
    portal = await TestPortal.start({
      entities,
      actions: new Outside().actions(),
      database: { client: 'better-sqlite3', connection: ':memory:' },
      policy: moduleRoleTable({ ...reads, ...table }),
      config: {
        policyAdmins: ['group:default/sre'],
        policies: { poll: { milliseconds: 100 } },
        trust: [
          { originLocation: 'test:acme', kinds: ['Agent', 'AgentPolicy'] },
        ],
      },
    });
  }
  const deploy = async (environment: string) =>
    (
      await portal.propose('deploy-bot', {
        action: 'deployments:deploy',
        target: 'component:default/payments-api',
        environment,
        input: { version: '1.2.3' },
      })
    ).body;

  it('invariant 2: grants agents nothing while it says nothing of them, whatever policies in the catalog say', async () => {
    await start({}, [...acme, policy]);
    expect(await deploy('staging')).toMatchObject({
      verdict: 'deny',
      reason: 'denied',
      because: expect.stringContaining('permission policy answered DENY'),
    });
  });

  it('has no objection once the two permissions are allowed, which grants nothing yet', async () => {
    await start({ [EXECUTE]: 'allow', [APPROVED]: 'allow' });
    expect(await deploy('staging')).toMatchObject({
      verdict: 'deny',
      reason: 'not-granted',
    });
  });

  it('leaves agents to policies in the catalog then', async () => {
    await start({ [EXECUTE]: 'allow', [APPROVED]: 'allow' }, [...acme, policy]);
    const asked = await eventually(
      () => deploy('staging'),
      ({ verdict }) => verdict === 'allow',
    );
    await portal.reaches('deploy-bot', asked.id, 'succeeded');

    const held = await deploy('production');
    expect(held).toMatchObject({ state: 'held' });
    expect((await portal.review('olivia', held.id, 'approve')).status).toBe(
      201,
    );
    await portal.reaches('deploy-bot', held.id, 'succeeded');
  });

  it('decides by our conditions where it can hold them', async () => {
    await start({
      [EXECUTE]: {
        allOf: [
          { resourceType, rule: 'targetOwnedByAgentOwner' },
          {
            resourceType,
            rule: 'inEnvironment',
            params: { production: false },
          },
        ],
      },
      [APPROVED]: { resourceType, rule: 'targetOwnedByAgentOwner' },
    });
    expect(await deploy('staging')).toMatchObject({ verdict: 'allow' });
    expect(await deploy('production')).toMatchObject({ state: 'held' });
  });
});

/** Policies are loaded in their own time. */
async function eventually<T>(
  read: () => Promise<T>,
  isDone: (value: T) => boolean,
): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const value = await read();
    if (isDone(value)) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('It did not come to that');
}

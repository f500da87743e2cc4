import { TestDatabases } from '@backstage/backend-test-utils';
import { parseOrganization } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Outside, acme } from './__testUtils__/acme';
import { entity } from './__testUtils__/entity';
import { portalDatabase } from './__testUtils__/portalDatabase';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(180_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe.each(databases.eachSupportedId())(
  'the organization of a whole portal, %p',
  databaseId => {
    let portal: TestPortal;

    beforeAll(async () => {
      portal = await TestPortal.start({
        entities: [
          ...acme,
          entity('Group', 'money', {
            type: 'division',
            children: ['payments'],
          }),
        ],
        actions: new Outside().actions(),
        database: portalDatabase(databaseId),
        config: {
          policyAdmins: ['group:default/platform'],
          requiredLevels: ['team'],
        },
      });
    });
    afterAll(async () => portal?.stop());
    afterEach(() => portal.down.clear());

    const ask = (
      query = '',
      who: Parameters<TestPortal['ask']>[0] = { person: 'olivia' },
    ) => portal.ask(who, 'get', `/organization${query}`);

    it('is what policies are judged by away from here', async () => {
      const { status, body } = await ask(
        '?entity=component:default/payments-api&entity=component:default/nowhere',
      );
      expect(status).toBe(200);
      expect(body).toMatchObject({
        policyAdmins: ['group:default/platform'],
        requiredLevels: ['team'],
        entities: [
          {
            ref: 'component:default/payments-api',
            owner: 'group:default/payments',
          },
        ],
      });
      expect(body.groups).toContainEqual({
        ref: 'group:default/payments',
        parent: 'group:default/money',
      });
      expect(body.actions).toContainEqual(
        expect.objectContaining({
          id: 'deployments:deploy',
          mutates: true,
          targetKinds: ['component'],
        }),
      );
      expect(parseOrganization(body)).toMatchObject({ ok: true });
    });

    it.each([
      ['nobody', 'nobody', 401],
      ['an agent', { agent: 'deploy-bot' }, 403],
    ] as const)('is not for %s', async (_, who, status) => {
      expect((await ask('', who)).status).toBe(status);
    });

    it('refuses what is no ref, and says so when the catalog does not answer', async () => {
      expect((await ask('?entity=a%20b')).status).toBe(400);
      expect((await ask('?entities=a')).status).toBe(400);
      portal.down.add('agent-governance>catalog');
      expect((await ask()).status).toBe(503);
    });
  },
);

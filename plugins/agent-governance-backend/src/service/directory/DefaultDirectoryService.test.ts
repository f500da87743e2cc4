import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AgentStandingAnswer } from '@agentgov/backstage-plugin-agent-governance-node';
import { ana } from '../__testUtils__/viewSources';
import { DefaultDirectoryService } from './DefaultDirectoryService';

function agent(name: string, operates: string, spec = {}): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: { name, namespace: 'default', title: `The ${name}` },
    spec: { lifecycle: 'production', autonomy: 'supervised', ...spec },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/owners' },
      { type: 'operates', targetRef: operates },
    ],
  };
}

const payments = 'component:default/payments';
const entities = [
  agent('zed', payments),
  agent('bot', 'component:default/else', { autonomy: 'boundless' }),
];
const environments = [
  { name: 'production', owner: 'group:default/sre', rank: 1, production: true },
];

function setUp(answers: Record<string, Partial<AgentStandingAnswer>> = {}) {
  const catalog = catalogServiceMock({ entities });
  const check = jest.fn(
    async (ref: string) =>
      (answers[ref] ?? { stands: true }) as AgentStandingAnswer,
  );
  const getEntities = jest.spyOn(catalog, 'getEntities');
  const service = DefaultDirectoryService.create({
    catalog,
    standing: { check },
    environments,
  });
  return { service, getEntities };
}

describe('DefaultDirectoryService', () => {
  it('lists agents with the caller’s own credentials, by ref', async () => {
    const { service, getEntities } = setUp();
    await expect(service.listAgents({}, { caller: ana })).resolves.toEqual([
      expect.objectContaining({ ref: 'agent:default/bot' }),
      {
        ref: 'agent:default/zed',
        title: 'The zed',
        owner: 'group:default/owners',
        autonomy: 'supervised',
        lifecycle: 'production',
        standing: 'active',
        because: 'It is trusted, active, and has keys',
      },
    ]);
    expect(getEntities).toHaveBeenCalledWith(expect.anything(), {
      credentials: ana.credentials,
    });
  });

  it('lists those that say they operate an entity, in any spelling', async () => {
    const { service } = setUp();
    const agents = await service.listAgents(
      { operating: 'Component:default/Payments' },
      { caller: ana },
    );
    expect(agents.map(({ ref }) => ref)).toEqual(['agent:default/zed']);
    await expect(
      service.listAgents({ operating: 'payments' }, { caller: ana }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });

  it.each([
    ['untrusted', 'untrusted'],
    ['not-active', 'inactive'],
    ['no-keys', 'no-keys'],
    ['not-an-agent', 'invalid'],
  ] as const)(
    'says of one that is %s that it does not count',
    async (reason, standing) => {
      const { service } = setUp({
        'agent:default/zed': { stands: false, reason, message: 'Because' },
      });
      const [, zed] = await service.listAgents({}, { caller: ana });
      expect(zed).toMatchObject({ standing, because: 'Because' });
    },
  );

  it('takes an autonomy nobody knows for the least', async () => {
    const { service } = setUp();
    const [bot] = await service.listAgents({}, { caller: ana });
    expect(bot.autonomy).toBe('observe');
  });

  it('invariant 11: is an error when it cannot be told whether an agent counts', async () => {
    const { service } = setUp({
      'agent:default/zed': {
        stands: false,
        reason: 'could-not-check',
        message: 'Later',
      },
    });
    await expect(service.listAgents({}, { caller: ana })).rejects.toMatchObject(
      { name: 'ServiceUnavailableError' },
    );
  });

  it('lists the environments', async () => {
    await expect(setUp().service.listEnvironments()).resolves.toEqual(
      environments,
    );
  });
});

import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  agentGovernanceConditionSourcesExtensionPoint,
  ConditionSource,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { agentGovernanceModuleAcmeConditions } from './module';

describe('agentGovernanceModuleAcmeConditions', () => {
  const sources: ConditionSource[] = [];
  let world: Server;
  let answer = { status: 200, body: {} };

  beforeAll(async () => {
    world = createServer((_req, res) => {
      res.writeHead(answer.status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => world.listen(0, resolve));
    const { port } = world.address() as AddressInfo;
    await startTestBackend({
      features: [
        agentGovernanceModuleAcmeConditions,
        mockServices.rootConfig.factory({
          data: { demoWorld: { baseUrl: `http://localhost:${port}/` } },
        }),
      ],
      extensionPoints: [
        [
          agentGovernanceConditionSourcesExtensionPoint,
          {
            addConditionSource: (...added) => {
              sources.push(...added.flat());
            },
          },
        ],
      ],
    });
  });
  afterAll(() => world.close());

  const poll = () =>
    sources[0].poll({
      signal: new AbortController().signal,
      logger: mockServices.logger.mock(),
    });

  it('lists every rollout that is under way', async () => {
    answer = {
      status: 200,
      body: {
        items: [
          {
            id: 'r-1',
            entity: 'component:default/payments-api',
            environment: 'production',
            startedAt: '2026-11-20T10:00:00.000Z',
          },
        ],
      },
    };
    await expect(poll()).resolves.toEqual([
      {
        key: 'r-1',
        entityRef: 'component:default/payments-api',
        environment: 'production',
        status: 'started',
        title: 'Rollout r-1',
        openedAt: '2026-11-20T10:00:00.000Z',
        observedAt: expect.any(String),
      },
    ]);
    expect(sources).toMatchObject([
      { id: 'acme-rollouts', kind: 'deployment', lists: 'everything' },
    ]);
  });

  it('has no answer, rather than an empty one, while the demo world is in trouble', async () => {
    answer = { status: 503, body: { items: [] } };
    await expect(poll()).rejects.toThrow('The demo world answered 503');
  });
});

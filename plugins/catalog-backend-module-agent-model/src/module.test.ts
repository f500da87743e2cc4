import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AgentEntityProcessor } from './AgentEntityProcessor';
import { AgentPolicyEntityProcessor } from './AgentPolicyEntityProcessor';
import catalogModuleAgentModel from './index';

describe('catalogModuleAgentModel', () => {
  it('adds the processors to the catalog', async () => {
    const addProcessor = jest.fn();
    await startTestBackend({
      extensionPoints: [[catalogProcessingExtensionPoint, { addProcessor }]],
      features: [catalogModuleAgentModel],
    });
    expect(addProcessor).toHaveBeenCalledWith(expect.any(AgentEntityProcessor));
    expect(addProcessor).toHaveBeenCalledWith(
      expect.any(AgentPolicyEntityProcessor),
    );
  });

  it('brings agents and policies from a file into the catalog, related both ways', async () => {
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleAgentModel,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              locations: [
                {
                  type: 'file',
                  target: resolve(__dirname, '__fixtures__/agents.yaml'),
                  rules: [
                    {
                      allow: [
                        'Agent',
                        'AgentPolicy',
                        'Group',
                        'System',
                        'Component',
                      ],
                    },
                  ],
                },
              ],
            },
          },
        }),
      ],
    });
    const relationsOf = async (path: string) => {
      const response = await fetch(
        `http://localhost:${server.port()}/api/catalog/entities/by-name/${path}`,
      );
      const entity: Partial<Entity> = await response.json();
      return (entity.relations ?? []).map(
        ({ type, targetRef }) => `${type} ${targetRef}`,
      );
    };
    const eventually = async (path: string, expected: string[]) => {
      while ((await relationsOf(path)).length < expected.length) {
        await sleep(50);
      }
      expect((await relationsOf(path)).sort()).toEqual(expected);
    };

    await eventually('agent/default/deploy-bot', [
      'operates component:default/payments-api',
      'operates system:default/checkout',
      'ownedBy group:default/payments',
      'partOf system:default/checkout',
    ]);
    await eventually('agentpolicy/default/supervised', [
      'governs component:default/payments-api',
      'ownedBy group:default/payments',
    ]);
    await eventually('component/default/payments-api', [
      'governedBy agentpolicy:default/supervised',
      'operatedBy agent:default/deploy-bot',
      'ownedBy group:default/payments',
    ]);
    await eventually('system/default/checkout', [
      'hasPart agent:default/deploy-bot',
      'operatedBy agent:default/deploy-bot',
      'ownedBy group:default/payments',
    ]);
    await eventually('group/default/payments', [
      'ownerOf agent:default/deploy-bot',
      'ownerOf agentpolicy:default/supervised',
      'ownerOf component:default/payments-api',
      'ownerOf system:default/checkout',
    ]);
  }, 60_000);
});

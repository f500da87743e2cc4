import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entity } from '../../__testUtils__/entity';
import { AgentWatch } from './AgentWatch';

describe('AgentWatch', () => {
  it('looks at every agent, and at nothing else', async () => {
    const seen: string[] = [];
    await AgentWatch.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({
        entities: [
          entity('Agent', 'deploy-bot', { owner: 'payments' }),
          entity('Agent', 'triage-bot', { owner: 'support' }),
          entity('Component', 'payments-api', { owner: 'payments' }),
        ],
      }),
      changes: {
        record: async agent => seen.push(agent.metadata.name),
      },
    }).look();
    expect(seen).toEqual(['deploy-bot', 'triage-bot']);
  });
});

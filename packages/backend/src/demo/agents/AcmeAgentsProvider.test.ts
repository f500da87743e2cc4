import { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { AcmeAgentsProvider } from './AcmeAgentsProvider';

const file = `
apiVersion: agent-governance.io/v1alpha1
kind: Agent
metadata:
  name: deploy-bot
spec:
  owner: group:default/payments
`;
const key = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };

describe('AcmeAgentsProvider', () => {
  const folder = createMockDirectory();
  const applyMutation = jest.fn(async () => {});
  const connection = { applyMutation } as unknown as EntityProviderConnection;

  async function connect() {
    const provider = AcmeAgentsProvider.create({
      agentsFolder: folder.resolve('agents'),
      keysFolder: folder.resolve('keys'),
      logger: mockServices.logger.mock(),
    });
    await provider.connect(connection);
    return provider;
  }

  beforeEach(() => {
    applyMutation.mockClear();
    folder.setContent({
      agents: { 'deploy-bot.yaml': file, 'README.md': 'Not an agent' },
    });
  });

  it('lists an agent that has no key yet, and adds the key once it is there', async () => {
    const provider = await connect();
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'full',
      entities: [
        {
          locationKey: 'acme-agents',
          entity: {
            apiVersion: 'agent-governance.io/v1alpha1',
            kind: 'Agent',
            metadata: {
              name: 'deploy-bot',
              annotations: {
                'backstage.io/managed-by-location':
                  'acme-agents:deploy-bot.yaml',
                'backstage.io/managed-by-origin-location':
                  'acme-agents:deploy-bot.yaml',
              },
            },
            spec: { owner: 'group:default/payments' },
          },
        },
      ],
    });

    await provider.refresh();
    expect(applyMutation).toHaveBeenCalledTimes(1);

    folder.addContent({
      keys: { 'deploy-bot.public.json': JSON.stringify(key) },
    });
    await provider.refresh();
    expect(applyMutation).toHaveBeenLastCalledWith({
      type: 'full',
      entities: [
        expect.objectContaining({
          entity: expect.objectContaining({
            spec: {
              owner: 'group:default/payments',
              identity: { keys: [key] },
            },
          }),
        }),
      ],
    });
  });
});

import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { demoFeatures } from './demoFeatures';

function start(demo: object | undefined) {
  const data = {
    app: { baseUrl: 'http://localhost' },
    backend: { baseUrl: 'http://localhost' },
    auth: { providers: { personas: {} } },
    ...(demo && { demo }),
  };
  return startTestBackend({
    features: [
      authPlugin,
      catalogServiceMock.factory(),
      demoFeatures,
      mockServices.rootConfig.factory({ data }),
    ],
  });
}

describe('demoFeatures', () => {
  it.each([undefined, {}, { enabled: false }])(
    'adds nothing with %j',
    async demo => {
      await expect(start(demo)).resolves.toBeDefined();
    },
  );

  it('adds the personas when enabled, and with them their refusal to start here', async () => {
    await expect(start({ enabled: true })).rejects.toThrow(
      'start only with NODE_ENV=development',
    );
  });
});

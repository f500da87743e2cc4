import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { authModulePersonasProvider } from './module';

const catalog = catalogServiceMock.factory({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'priya.nair', title: 'Priya Nair' },
      spec: { memberOf: [] },
      relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'User',
      metadata: { name: 'somebody.else' },
      spec: { memberOf: [] },
    },
  ],
});

function start(people: string[]) {
  return startTestBackend({
    features: [
      authPlugin,
      authModulePersonasProvider,
      catalog,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: {
            providers: {
              personas: { people: people.map(user => ({ user })) },
            },
          },
        },
      }),
    ],
  });
}

describe('authModulePersonasProvider', () => {
  const { NODE_ENV } = process.env;

  function setNodeEnv(value: string | undefined) {
    process.env = { ...process.env, NODE_ENV: value };
  }

  afterEach(() => setNodeEnv(NODE_ENV));

  it('signs a visitor in as one of the people, and as nobody else', async () => {
    setNodeEnv('development');
    const { server } = await start([
      'user:default/priya.nair',
      'user:default/left.us',
    ]);
    const signIn = (user?: string) => {
      const call = request(server).get('/api/auth/personas/refresh');
      return user ? call.set('X-Demo-Persona', user) : call;
    };

    const { body } = await signIn('user:default/priya.nair').expect(200);
    expect(body).toMatchObject({
      profile: { displayName: 'Priya Nair' },
      backstageIdentity: {
        identity: {
          userEntityRef: 'user:default/priya.nair',
          ownershipEntityRefs: [
            'user:default/priya.nair',
            'group:default/payments',
          ],
        },
      },
    });

    await signIn('user:default/somebody.else').expect(401);
    await signIn('agent:default/deploy-bot').expect(401);
    await signIn().expect(401);
    await signIn('user:default/left.us').expect(404);
  });

  it.each(['production', 'test', undefined])(
    'does not start with NODE_ENV %s',
    async nodeEnv => {
      setNodeEnv(nodeEnv);
      await expect(start(['user:default/priya.nair'])).rejects.toThrow(
        'start only with NODE_ENV=development',
      );
    },
  );

  it('does not start when somebody listed is not a user', async () => {
    setNodeEnv('development');
    await expect(start(['agent:default/deploy-bot'])).rejects.toThrow(
      'auth.providers.personas.people[0].user must be a user, but is agent',
    );
  });
});

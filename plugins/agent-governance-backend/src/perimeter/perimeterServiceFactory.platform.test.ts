import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import authModuleAgentProvider from '@agentgov/backstage-plugin-auth-backend-module-agent-provider';
import catalogModuleAgentModel from '@agentgov/backstage-plugin-catalog-backend-module-agent-model';
import { SignJWT } from 'jose';
import request from 'supertest';
import { perimeterServiceFactory } from './perimeterServiceFactory';

const BOT = 'agent:default/bot';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

function entity(kind: string, name: string, spec: object): Entity {
  const location = 'test:agents';
  return {
    apiVersion: `${
      kind === 'Agent' ? 'agent-governance.io' : 'backstage.io'
    }/v1alpha1`,
    kind,
    metadata: {
      name,
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: { lifecycle: 'production', owner: 'payments', ...spec },
  };
}

const entities = [
  entity('Agent', 'bot', {
    type: 'deployer',
    autonomy: 'supervised',
    identity: { keys: [publicKey.export({ format: 'jwk' })] },
  }),
  entity('Component', 'api', { type: 'service' }),
  entity('Resource', 'ledger', { type: 'database' }),
];

const catalogModuleEntities = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-entities',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'test',
          connect: async connection =>
            connection.applyMutation({
              type: 'full',
              entities: entities.map(each => ({ entity: each })),
            }),
        });
      },
    });
  },
});

/** Agents may read components; the policy knows them by the claims the platform looked up. */
const permissionModulePolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'test-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const isTheAgent = user?.info.ownershipEntityRefs.join() === BOT;
            return isTheAgent &&
              isResourcePermission(permission, 'catalog-entity')
              ? createCatalogConditionalDecision(
                  permission,
                  catalogConditions.isEntityKind({ kinds: ['component'] }),
                )
              : { result: AuthorizeResult.DENY };
          },
        });
      },
    });
  },
});

describe('the perimeter on a whole backend', () => {
  it('invariant 12: lets an agent from the catalog sign in and read what the policy gives it as itself', async () => {
    const { server } = await startTestBackend({
      features: [
        authPlugin,
        authModuleAgentProvider,
        catalogPlugin,
        catalogModuleAgentModel,
        catalogModuleEntities,
        permissionPlugin,
        permissionModulePolicy,
        perimeterServiceFactory,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        userInfoServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            permission: { enabled: true },
            auth: { providers: { agent: { audience: 'portal' } } },
            agentGovernance: {
              trust: [{ originLocation: 'test:*', kinds: ['Agent'] }],
            },
          },
        }),
      ],
    });
    const signIn = async () =>
      request(server)
        .post('/api/auth/agent/refresh')
        .send({
          client_assertion: await new SignJWT({ jti: randomUUID() })
            .setProtectedHeader({ alg: 'EdDSA' })
            .setIssuer(BOT)
            .setSubject(BOT)
            .setAudience('portal')
            .setIssuedAt()
            .setExpirationTime('60 seconds')
            .sign(privateKey),
        });
    const eventually = async <T>(read: () => Promise<T | undefined>) => {
      for (;;) {
        const value = await read();
        if (value !== undefined) {
          return value;
        }
        await new Promise(resolve => setTimeout(resolve, 250));
      }
    };

    const token = await eventually(async () => {
      const { body } = await signIn();
      return body.backstageIdentity?.token as string | undefined;
    });
    const ask = (path: string) =>
      request(server).get(path).set('authorization', `Bearer ${token}`);

    const readable = await eventually(async () => {
      const { body } = await ask('/api/catalog/entities?fields=kind');
      return body.length > 0 ? body : undefined;
    });
    expect(readable).toEqual([{ kind: 'Component' }]);
    const byName = '/api/catalog/entities/by-name';
    expect((await ask(`${byName}/component/default/api`)).status).toBe(200);
    expect((await ask(`${byName}/resource/default/ledger`)).status).toBe(404);
    expect((await ask('/api/catalog/locations')).status).toBe(403);
  }, 60_000);
});

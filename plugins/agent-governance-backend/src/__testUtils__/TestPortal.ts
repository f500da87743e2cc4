import { KeyObject, generateKeyPairSync, randomUUID } from 'node:crypto';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import { userInfoServiceFactory } from '@backstage/backend-defaults/userInfo';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  EntityProviderConnection,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { JsonObject } from '@backstage/types';
import authModuleAgentProvider from '@agentgov/backstage-plugin-auth-backend-module-agent-provider';
import catalogModuleAgentModel from '@agentgov/backstage-plugin-catalog-backend-module-agent-model';
import permissionModuleAgentGovernance from '@agentgov/backstage-plugin-permission-backend-module-agent-governance';
import {
  GovernedAction,
  agentGovernanceActionsExtensionPoint,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { SignJWT } from 'jose';
import request from 'supertest';
import { LOCATION } from './entity';
import { authModulePeople } from './authModulePeople';
import { perimeterServiceFactory } from '../perimeter';
import { agentGovernancePlugin } from '../plugin';

const REPORTER_TOKEN = 'token-of-the-registry';

/** A database for the portal: SQLite in memory, or a PostgreSQL server. */
export type TestPortalDatabase = {
  client: string;
  connection: JsonObject | string;
  /** Of the names of its databases; one of its own by default. */
  prefix?: string;
};

/**
 * A whole portal with real tokens, a real catalog, the real permission backend with the ready
 * policy, and real databases. Only what is outside of it is made up.
 */
export class TestPortal {
  readonly notifications: NotificationSendOptions[];
  /** Plugins that cannot be reached just now: by nobody (`catalog`), or by one of them (`agent-governance>auth`). */
  readonly down: Set<string>;
  readonly #keys: Map<string, KeyObject>;
  readonly #tokens = new Map<string, string>();
  readonly #server: Awaited<ReturnType<typeof startTestBackend>>['server'];
  readonly #stop: () => Promise<void>;
  readonly #provider: { connection?: EntityProviderConnection };
  #entities: Entity[];

  static async start(options: {
    entities: Entity[];
    actions: GovernedAction[];
    database: TestPortalDatabase;
    config?: JsonObject;
    /** Plugins whose portal actions are listed. */
    pluginSources?: string[];
    /** Instead of the ready policy. */
    policy?: BackendFeature;
    features?: BackendFeature[];
    /** The portal this is a second backend of: whose agents sign in with the same keys. */
    replicaOf?: TestPortal;
  }): Promise<TestPortal> {
    const { replicaOf } = options;
    const keys = new Map(replicaOf ? replicaOf.#keys : []);
    const entities = (replicaOf ? replicaOf.#entities : options.entities).map(
      each => withKeys(each, keys),
    );
    const provider: { connection?: EntityProviderConnection } = {};
    const notifications: NotificationSendOptions[] = [];
    const network = { port: 0, down: new Set<string>() };
    const backend = await startTestBackend({
      features: [
        authPlugin,
        authModuleAgentProvider,
        authModulePeople,
        catalogPlugin,
        catalogModuleAgentModel,
        catalogModuleEntities(entities, provider),
        permissionPlugin,
        options.policy ?? permissionModuleAgentGovernance,
        // as the package's feature loader yields them
        agentGovernancePlugin,
        perimeterServiceFactory,
        moduleActions(options.actions),
        createServiceFactory({
          service: notificationService,
          deps: {},
          factory: () => ({
            send: async sent => {
              notifications.push(sent);
            },
          }),
        }),
        discovery(network),
        authServiceFactory,
        databaseServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        permissionsRegistryServiceFactory,
        userInfoServiceFactory,
        mockServices.rootConfig.factory({ data: configOf(options) }),
        ...(options.features ?? []),
      ],
    });
    network.port = backend.server.port();
    const portal = new TestPortal({
      down: network.down,
      server: backend.server,
      stop: () => backend.stop(),
      provider,
      entities,
      keys,
      notifications,
    });
    await portal.#settled(entities);
    return portal;
  }

  private constructor(options: {
    server: Awaited<ReturnType<typeof startTestBackend>>['server'];
    stop: () => Promise<void>;
    provider: { connection?: EntityProviderConnection };
    entities: Entity[];
    keys: Map<string, KeyObject>;
    notifications: NotificationSendOptions[];
    down: Set<string>;
  }) {
    this.down = options.down;
    this.#server = options.server;
    this.#stop = options.stop;
    this.#provider = options.provider;
    this.#entities = options.entities;
    this.#keys = options.keys;
    this.notifications = options.notifications;
  }

  async stop(): Promise<void> {
    await this.#stop();
  }

  /** Where it listens. */
  get url(): string {
    return `http://localhost:${this.#server.port()}`;
  }

  /** The private key an agent signs in with, as JWK. */
  keyOf(agentRef: string) {
    return this.#keys.get(agentRef)!.export({ format: 'jwk' });
  }

  /** Requests under `/api/agent-governance/v1`, as an agent (`bot`), a person (`user:ann`), a service, or nobody. */
  async ask(
    who: { agent: string } | { person: string } | 'registry' | 'nobody',
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: any; text: string }> {
    const url = path.startsWith('/api')
      ? path
      : `/api/agent-governance/v1${path}`;
    const call = request(this.#server)[method](url).set(headers);
    const token = await this.#tokenOf(who);
    if (token) {
      call.set('Authorization', `Bearer ${token}`);
    }
    const answer = await (body ? call.send(body) : call);
    return { status: answer.status, body: answer.body, text: answer.text };
  }

  /** Asks as an agent that may hang up before it is answered. */
  async askUntil(
    agent: string,
    path: string,
    body: object,
    signal: AbortSignal,
  ): Promise<Response> {
    return fetch(
      `http://localhost:${this.#server.port()}/api/agent-governance/v1${path}`,
      {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${await this.#tokenOf({ agent })}`,
        },
        body: JSON.stringify(body),
        signal,
      },
    );
  }

  /** Sends bytes as a system outside does that is no principal of the portal. */
  async deliver(
    source: string,
    bytes: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: any }> {
    const { status, body } = await request(this.#server)
      .post(`/api/agent-governance/v1/condition-reports/${source}`)
      .set({ 'Content-Type': 'application/json', ...headers })
      .send(bytes);
    return { status, body };
  }

  /** Asks for an action as an agent, under a key of its own. */
  async propose(
    agent: string,
    asked: object,
    idempotencyKey: string = randomUUID(),
  ): Promise<{ status: number; body: any; text: string }> {
    return this.ask({ agent }, 'post', '/action-requests', asked, {
      'Idempotency-Key': idempotencyKey,
    });
  }

  /** Looks at a held request as a person, and votes on what was shown. */
  async review(
    person: string,
    id: string,
    verdict: 'approve' | 'reject',
    comment?: string,
  ): Promise<{ status: number; body: any }> {
    const shown = await this.ask(
      { person },
      'get',
      `/action-requests/${id}/review-view`,
    );
    if (shown.status !== 200) {
      return shown;
    }
    return this.ask({ person }, 'post', `/action-requests/${id}/reviews`, {
      holdDecisionId: shown.body.holdDecisionId,
      presentationDigest: shown.body.digest,
      verdict,
      ...(comment && { comment }),
    });
  }

  /** Waits until a request is in a state; fails with where it got stuck. */
  async reaches(
    agent: string,
    id: string,
    ...states: string[]
  ): Promise<Record<string, any>> {
    let last: any;
    for (let tries = 0; tries < 150; tries++) {
      last = (await this.ask({ agent }, 'get', `/action-requests/${id}`)).body;
      if (states.includes(last.state)) {
        return last;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    throw new Error(
      `Still ${last.state} (${last.because}) instead of ${states.join(' or ')}`,
    );
  }

  /** Replaces what the catalog holds, and waits until it does. */
  async changeCatalog(change: (entities: Entity[]) => Entity[]): Promise<void> {
    this.#entities = change(structuredClone(this.#entities));
    await apply(this.#provider.connection!, this.#entities);
    await this.#settled(this.#entities);
  }

  async #tokenOf(
    who: { agent: string } | { person: string } | 'registry' | 'nobody',
  ): Promise<string | undefined> {
    if (who === 'nobody') {
      return undefined;
    }
    if (who === 'registry') {
      return REPORTER_TOKEN;
    }
    const ref =
      'agent' in who
        ? `agent:default/${who.agent}`
        : `user:default/${who.person}`;
    const token =
      this.#tokens.get(ref) ??
      ('agent' in who
        ? await this.signIn(ref)
        : await this.#personSignsIn(ref));
    this.#tokens.set(ref, token);
    return token;
  }

  async signIn(ref: string): Promise<string> {
    const assertion = await new SignJWT({ jti: randomUUID() })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer(ref)
      .setSubject(ref)
      .setAudience('portal')
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(this.#keys.get(ref)!);
    const { body, status } = await request(this.#server)
      .post('/api/auth/agent/refresh')
      .send({ client_assertion: assertion });
    if (status !== 200) {
      throw new Error(`Sign-in of ${ref} was answered ${status}`);
    }
    return body.backstageIdentity.token;
  }

  async #personSignsIn(ref: string): Promise<string> {
    const { body } = await request(this.#server)
      .post('/api/auth/people/refresh')
      .send({ ref });
    return body.backstageIdentity.token;
  }

  /** The catalog processes in its own time: waits until it shows exactly these entities. */
  async #settled(entities: Entity[]): Promise<void> {
    const wanted = entities.map(each => JSON.stringify(each.spec)).sort();
    let found: string[] = [];
    for (let tries = 0; tries < 150; tries++) {
      const { body } = await this.ask(
        { person: 'nobody-in-particular' },
        'get',
        '/api/catalog/entities',
      );
      found = Array.isArray(body)
        ? body
            .filter((each: Entity) => each.relations !== undefined)
            .map((each: Entity) => JSON.stringify(each.spec))
            .sort()
        : [];
      if (found.join() === wanted.join()) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    const missing = wanted.filter(spec => !found.includes(spec));
    throw new Error(
      `The catalog did not take the entities in; missing: ${missing.join()}`,
    );
  }
}

/** Finds plugins on the test server, and those that are down where nobody listens. */
function discovery(network: { port: number; down: Set<string> }) {
  return createServiceFactory({
    service: coreServices.discovery,
    deps: { from: coreServices.pluginMetadata },
    factory: ({ from }) => {
      const getBaseUrl = async (id: string) => {
        const isDown =
          network.down.has(id) || network.down.has(`${from.getId()}>${id}`);
        return `http://localhost:${isDown ? 9 : network.port}/api/${id}`;
      };
      return { getBaseUrl, getExternalBaseUrl: getBaseUrl };
    },
  });
}

function withKeys(each: Entity, keys: Map<string, KeyObject>): Entity {
  if (each.kind !== 'Agent' || each.spec?.identity) {
    return each;
  }
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  keys.set(`agent:default/${each.metadata.name}`, privateKey);
  return {
    ...each,
    spec: {
      ...each.spec,
      identity: { keys: [publicKey.export({ format: 'jwk' }) as JsonObject] },
    },
  };
}

function configOf(options: {
  database: TestPortalDatabase;
  config?: JsonObject;
  pluginSources?: string[];
}): JsonObject {
  return {
    app: { baseUrl: 'http://localhost:3000' },
    backend: {
      baseUrl: 'http://localhost:7007',
      actions: { pluginSources: options.pluginSources ?? [] },
      database: {
        prefix: `t${randomUUID().slice(0, 8)}_`,
        ...options.database,
      } as JsonObject,
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: REPORTER_TOKEN, subject: 'registry' },
          },
        ],
      },
    },
    events: { useEventBus: 'never' },
    permission: { enabled: true },
    auth: { providers: { agent: { audience: 'portal' }, people: {} } },
    agentGovernance: {
      environments: [
        { name: 'staging', owner: 'group:sre', production: false },
        { name: 'production', owner: 'group:sre', production: true },
      ],
      auditors: ['user:default/vera'],
      trust: [{ originLocation: LOCATION, kinds: ['Agent'] }],
      execution: { poll: { milliseconds: 100 } },
      context: {
        standards: {
          template: { errorAfter: 'P30D', signOffBy: 'target-owner' },
        },
        sources: {
          registry: {
            subject: 'registry',
            factTypes: ['template', 'data-class'],
          },
        },
      },
      ...options.config,
    },
  };
}

function moduleActions(actions: GovernedAction[]): BackendFeature {
  return createBackendModule({
    pluginId: 'agent-governance',
    moduleId: 'test-actions',
    register(reg) {
      reg.registerInit({
        deps: { registry: agentGovernanceActionsExtensionPoint },
        async init({ registry }) {
          registry.addAction(actions);
        },
      });
    },
  });
}

async function apply(connection: EntityProviderConnection, entities: Entity[]) {
  await connection.applyMutation({
    type: 'full',
    entities: entities.map(each => ({ entity: each })),
  });
}

function catalogModuleEntities(
  entities: Entity[],
  provider: { connection?: EntityProviderConnection },
): BackendFeature {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(reg) {
      reg.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'test',
            connect: async connection => {
              provider.connection = connection;
              await apply(connection, entities);
            },
          });
        },
      });
    },
  });
}

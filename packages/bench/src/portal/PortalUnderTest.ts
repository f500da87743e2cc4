import { createBackend } from '@backstage/backend-defaults';
import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { UpstreamUrls } from '../gateway/upstream/protocol';
import { createOutsideAction } from '../world/outsideAction';
import { worldActions } from '../world/worldActions';
import { createWorldModule } from './createWorldModule';
import { EffectProbe, createEffectModule } from './effect/createEffectModule';
import { createShopPlugin } from './gateway/createShopPlugin';
import { HopCounter } from './HopCounter';
import { PeerProbe, createPeerPlugin } from './peer/createPeerPlugin';
import { peerPolicyModule } from './peer/peerPolicy';
import { peopleSignInModule } from './peopleSignIn';
import { PortalDatabase, portalConfig } from './portalConfig';

const CATALOG_TIMEOUT_MS = 600_000;

/** What the portal's process has used so far. */
export interface Usage {
  /** Milliseconds of all its threads. */
  cpuMs: number;
  /** Statements of our plugin. */
  statements: number;
  /** Requests to the catalog, permission and auth backends. */
  hops: number;
}

/** A whole portal in this process, with real tokens, databases and permissions, that can be measured from inside. */
export class PortalUnderTest {
  readonly peer: PeerProbe;
  readonly #effect?: EffectProbe;
  readonly #hops: HopCounter;

  static async start(options: {
    port: number;
    database: PortalDatabase;
    entities: Entity[];
    outsideUrl?: string;
    governance?: boolean;
    upstreams?: UpstreamUrls;
  }): Promise<PortalUnderTest> {
    const { entities, outsideUrl, governance = true, upstreams } = options;
    const hops = HopCounter.create();
    const connected: {
      peer?: PeerProbe;
      effect?: EffectProbe;
      isCatalogReady?: () => Promise<boolean>;
    } = {};
    const things = entities
      .filter(({ kind }) => kind === 'Component')
      .map(({ metadata }) => ({
        ref: metadata.name,
        owner: 'group:default/team-0',
      }));

    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(portalConfig(options)),
      }),
    );
    backend.add(
      rootHttpRouterServiceFactory({
        configure({ app, applyDefaults }) {
          app.use(hops.middleware);
          applyDefaults();
        },
      }),
    );
    backend.add(import('@backstage/plugin-auth-backend'));
    backend.add(
      import('@agentgov/backstage-plugin-auth-backend-module-agent-provider'),
    );
    backend.add(peopleSignInModule);
    backend.add(import('@backstage/plugin-permission-backend'));
    backend.add(peerPolicyModule);
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(
      import('@agentgov/backstage-plugin-catalog-backend-module-agent-model'),
    );
    backend.add(
      createWorldModule({
        entities,
        connect: isReady => {
          connected.isCatalogReady = isReady;
        },
      }),
    );
    if (governance) {
      backend.add(
        import('@agentgov/backstage-plugin-agent-governance-backend'),
      );
    }
    if (upstreams) {
      backend.add(import('@backstage/plugin-mcp-actions-backend'));
      backend.add(createShopPlugin());
    } else if (governance) {
      backend.add(
        createEffectModule({
          actions: outsideUrl
            ? [createOutsideAction(outsideUrl)]
            : worldActions,
          connect: probe => {
            connected.effect = probe;
          },
        }),
      );
    }
    backend.add(
      createPeerPlugin({
        things,
        connect: probe => {
          connected.peer = probe;
        },
      }),
    );
    await backend.start();
    await settled(connected.isCatalogReady!);
    return new PortalUnderTest({
      peer: connected.peer!,
      effect: connected.effect,
      hops,
    });
  }

  private constructor(options: {
    peer: PeerProbe;
    effect?: EffectProbe;
    hops: HopCounter;
  }) {
    this.peer = options.peer;
    this.#effect = options.effect;
    this.#hops = options.hops;
  }

  /** @throws Error where nothing is measured from inside */
  get effect(): EffectProbe {
    if (!this.#effect) {
      throw new Error('Nothing of this portal is measured from inside');
    }
    return this.#effect;
  }

  usage(): Usage {
    const { user, system } = process.cpuUsage();
    return {
      cpuMs: (user + system) / 1_000,
      statements: this.#effect?.statements() ?? 0,
      hops: this.#hops.total(),
    };
  }
}

async function settled(isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + CATALOG_TIMEOUT_MS;
  while (!(await isReady())) {
    if (Date.now() > deadline) {
      throw new Error('The catalog did not take the world in');
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

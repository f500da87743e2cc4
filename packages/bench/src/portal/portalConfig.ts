import { JsonObject } from '@backstage/types';
import { PERSON, WORLD_LOCATION } from '../world/createWorld';
import { UpstreamUrls } from '../gateway/upstream/protocol';
import { SHOP } from './gateway/createShopPlugin';
import { gatewayConfig } from './gateway/gatewayConfig';
import { PEER_PLUGIN } from './peer/peerPermission';

const TEAM = 'group:default/team-0';

/** What agents address their assertions to. */
export const AUDIENCE = 'bench';

/** What the systems that report what is going on prove themselves with. */
export const REPORTER_TOKEN = 'the-token-of-a-system-that-reports';

/** Who says how services are: heard once before anything is measured, and believed throughout. */
const conditionSources = (['incident', 'health'] as const).map(kind => ({
  id: kind,
  type: 'alertmanager',
  kind,
  tokens: [REPORTER_TOKEN],
  ttl: { days: 1 },
  quietAfter: 'never',
}));

/** Where the portal keeps its data. */
export interface PortalDatabase {
  client: 'better-sqlite3' | 'pg';
  connection: JsonObject;
  prefix?: string;
}

/** As in production, but for what would act while something else is measured. */
export function portalConfig(options: {
  port: number;
  database: PortalDatabase;
  /** Given, what is authorised is carried out there, at the pace a portal has by default. */
  outsideUrl?: string;
  /** Given, it has a gateway with these behind it, and what is authorised is carried out as by default. */
  upstreams?: UpstreamUrls;
}): JsonObject {
  const { port, database, outsideUrl, upstreams } = options;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: { ...database },
      ...(upstreams && { actions: { pluginSources: [SHOP] } }),
    },
    events: { useEventBus: 'never' },
    permission: { enabled: true },
    // Nothing changes, so that processing again would only be noise.
    catalog: { processingInterval: { hours: 12 } },
    auth: { providers: { agent: { audience: AUDIENCE }, people: {} } },
    agentGovernance: {
      environments: [
        { name: 'staging', owner: TEAM, production: false },
        { name: 'production', owner: TEAM, production: true },
      ],
      trust: [
        { originLocation: WORLD_LOCATION, kinds: ['Agent', 'AgentPolicy'] },
      ],
      limits: { openRequestsPerAgent: 10_000 },
      // One execution takes all the room there is and does not end: what is authorised stays so until it is measured.
      execution:
        outsideUrl || upstreams
          ? {}
          : {
              poll: { hours: 12 },
              lease: { hours: 12 },
              timeout: { hours: 11 },
              concurrency: 1,
            },
      conditions: { sources: conditionSources },
      admins: [PERSON],
      policyAdmins: [TEAM],
      stops: { releaseQuorum: 1 },
      perimeter: { reads: [{ plugin: PEER_PLUGIN, path: '/floor' }] },
      ...(upstreams && gatewayConfig(upstreams)),
    },
  };
}

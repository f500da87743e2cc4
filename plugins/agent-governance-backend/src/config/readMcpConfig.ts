import { Config } from '@backstage/config';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { GovernanceConfig, McpServerConfig } from '../GovernanceConfig';
import { configError } from './configError';
import { readMcpConnection } from './readMcpConnection';
import { readMcpTool } from './readMcpTool';
import { readEnvironmentName } from './readConditionMaps';
import { readInteger, readMillis, refuseUnknownKeys } from './readers';

const KEY = 'agentGovernance.mcp';
const ID = /^[a-z][a-z0-9-]{0,39}$/;
const SERVER_KEYS = [
  'entityRef',
  'url',
  'command',
  'args',
  'env',
  'credentials',
  'timeout',
  'refresh',
  'maxResultBytes',
  'environment',
  'tools',
];

/** Reads `agentGovernance.mcp`: the servers behind the gateway, and what their tools do. */
export function readMcpConfig(
  root: Config,
  environments: Environment[],
): GovernanceConfig['mcp'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, ['servers', 'callsPerMinute'], KEY);
  const servers = config?.getOptionalConfig('servers');
  return {
    callsPerMinute: readInteger(
      config,
      'callsPerMinute',
      `${KEY}.callsPerMinute`,
      { fallback: 600, min: 1, max: 100_000 },
    ),
    servers: (servers?.keys() ?? []).map(id =>
      readServer(servers!.getConfig(id), {
        id,
        key: `${KEY}.servers.${id}`,
        environments,
      }),
    ),
  };
}

function readServer(
  config: Config,
  options: { id: string; key: string; environments: Environment[] },
): McpServerConfig {
  const { id, key, environments } = options;
  if (!ID.test(id)) {
    throw configError(
      key,
      `must have an id of at most 40 lower-case letters, digits and dashes, beginning with a letter`,
    );
  }
  refuseUnknownKeys(config, SERVER_KEYS, key);
  const entityRef = readApiRef(
    config.getString('entityRef'),
    `${key}.entityRef`,
  );
  const environment = config.has('environment')
    ? readEnvironmentName(
        config.getString('environment'),
        `${key}.environment`,
        environments,
      )
    : strictest(environments);
  const tools = config.getOptionalConfig('tools');
  return {
    id,
    entityRef,
    connection: readMcpConnection(config, key),
    timeoutMs: readMillis(config, 'timeout', `${key}.timeout`, 'PT30S'),
    refreshMs: readMillis(config, 'refresh', `${key}.refresh`, 'PT1M'),
    maxResultBytes: readInteger(
      config,
      'maxResultBytes',
      `${key}.maxResultBytes`,
      { fallback: 1_048_576, min: 1_024, max: 16_777_216 },
    ),
    environment,
    tools: new Map(
      (tools?.keys() ?? []).map(name => [
        name,
        readMcpTool(tools!.getConfig(name), {
          key: `${key}.tools.${name}`,
          environments,
        }),
      ]),
    ),
  };
}

function readApiRef(value: string, key: string): string {
  try {
    const ref = parseEntityRef(value, { defaultKind: 'api' });
    if (ref.kind.toLocaleLowerCase('en-US') === 'api') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // said below
  }
  throw configError(
    key,
    `must be the entity ref of an API such as api:default/tickets-mcp, and is '${value}'`,
  );
}

/** A tool about which nobody says where it acts is taken to act where it hurts most. */
function strictest(environments: Environment[]): string {
  const [first] = [...environments].sort(
    (a, b) => Number(b.production) - Number(a.production) || b.rank - a.rank,
  );
  return first.name;
}

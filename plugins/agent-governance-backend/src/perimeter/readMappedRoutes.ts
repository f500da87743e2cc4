import { Config } from '@backstage/config';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { configError } from '../config/configError';
import { refuseUnknownKeys } from '../config/readers';
import { OPERATION_KEYS, readOperationRule } from '../portal/readOperationRule';
import { readTargetRule } from '../portal/readTargetRule';
import { MappedRoute } from './MappedRoute';
import { neverForAgents } from './neverForAgents';
import { normalizePath } from './normalizePath';

const KEY = 'agentGovernance.perimeter.routes';
const ID = /^[a-z0-9][a-z0-9-]*$/;
const NAME = /^:[A-Za-z][A-Za-z0-9]*$/;
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * Reads `agentGovernance.perimeter.routes`.
 *
 * @throws InputError naming the key; also for a route that is never an agent's
 */
export function readMappedRoutes(
  config: Config,
  environments: Environment[],
): MappedRoute[] {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  const routes = entries.map((entry, index) =>
    readMappedRoute(entry, `${KEY}[${index}]`, environments),
  );
  const ids = routes.map(({ id }) => id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw configError(KEY, `names '${repeated}' twice`);
  }
  return routes;
}

function readMappedRoute(
  config: Config,
  key: string,
  environments: Environment[],
): MappedRoute {
  refuseUnknownKeys(
    config,
    ['id', 'title', 'plugin', 'method', 'path', ...OPERATION_KEYS],
    key,
  );
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw configError(
      `${key}.id`,
      `must be lower-case letters, digits and dashes, and is '${id}'`,
    );
  }
  const plugin = config.getString('plugin');
  const asked = config.getString('method');
  const method = METHODS.find(one => one === asked);
  if (!method) {
    throw configError(
      `${key}.method`,
      `must be one of ${METHODS.join(', ')}, and is '${asked}'`,
    );
  }
  const path = config.getString('path');
  const segments = readSegments(path, `${key}.path`);
  const never = neverForAgents({
    plugin,
    segments: segments.map(part => ('literal' in part ? part.literal : '*')),
  });
  const isInvocation = path.startsWith('/.');
  if (never !== undefined || isInvocation) {
    throw configError(
      `${key}.path`,
      `cannot be opened to agents: ${
        never ?? 'portal actions are governed by themselves'
      }`,
    );
  }
  return {
    id,
    title: config.getOptionalString('title') ?? `${method} ${plugin} ${path}`,
    plugin,
    method,
    path,
    segments,
    ...readOperationRule(config, key, { environments, of: 'routes' }),
    target: readTargetRule(config.getConfig('target'), `${key}.target`, {
      places: { path: ['path'], body: ['body'] },
    }),
  };
}

function readSegments(path: string, key: string): MappedRoute['segments'] {
  const segments = path === '/' ? undefined : normalizePath(path);
  const names = segments?.filter(segment => segment.startsWith(':')) ?? [];
  if (
    !segments ||
    segments.some(segment => segment.includes('*')) ||
    names.some(name => !NAME.test(name)) ||
    new Set(names).size !== names.length
  ) {
    throw configError(
      key,
      `must be a plain path such as /locations/:id, where a name stands for one segment, and is '${path}'`,
    );
  }
  return segments.map(segment =>
    segment.startsWith(':') ? { name: segment.slice(1) } : { literal: segment },
  );
}

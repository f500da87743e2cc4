import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { catalogReads } from './catalogReads';
import { neverForAgents } from './neverForAgents';
import { normalizePath } from './normalizePath';
import { OpenRoute } from './OpenRoute';

const KEY = 'agentGovernance.perimeter';
const KNOWN_KEYS = ['plugin', 'path'];

/** What agents may read unless configured otherwise: the catalog's entities. */
export const DEFAULT_READS: readonly OpenRoute[] = catalogReads.map(path => ({
  plugin: 'catalog',
  path,
}));

/** Routes outside governance that are open to agents as they are. */
export interface OpenRoutes {
  /** With GET and HEAD. */
  reads: readonly OpenRoute[];
  /** With POST: doors whose every effect comes back through the perimeter, in the agent's name. */
  doors: readonly OpenRoute[];
}

/**
 * Reads `agentGovernance.perimeter.reads` and `.doors`. An empty list of reads leaves agents nothing to read outside
 * governance.
 *
 * @throws InputError naming the key, when a value is missing, unknown, of the wrong form, or never an agent's
 */
export function readPerimeterConfig(config: Config): OpenRoutes {
  const perimeter = config.getOptionalConfig(KEY);
  const unknown = perimeter
    ?.keys()
    .find(key => !['reads', 'doors', 'routes'].includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${KEY}.${unknown} is not a known key; known are reads, doors, routes`,
    );
  }
  return {
    reads: readOpenRoutes(perimeter, 'reads') ?? DEFAULT_READS,
    doors: readOpenRoutes(perimeter, 'doors') ?? [],
  };
}

function readOpenRoutes(
  config: Config | undefined,
  list: 'reads' | 'doors',
): OpenRoute[] | undefined {
  return config
    ?.getOptionalConfigArray(list)
    ?.map((route, index) => readOpenRoute(route, `${KEY}.${list}[${index}]`));
}

function readOpenRoute(config: Config, key: string): OpenRoute {
  const unknown = config.keys().find(name => !KNOWN_KEYS.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is not a known key; known are plugin, path`,
    );
  }
  const plugin = config.getString('plugin');
  const path = config.getString('path');
  const segments = normalizePath(path);
  const isPattern = segments?.every(
    segment => segment === '*' || !segment.includes('*'),
  );
  if (!segments || !isPattern || !path.startsWith('/') || path === '/') {
    throw new InputError(
      `${key}.path must be a plain path such as /entities/by-name/*/*/*, where * stands for one segment, but is '${path}'`,
    );
  }
  const never = neverForAgents({ plugin, segments });
  if (never !== undefined) {
    throw new InputError(`${key} cannot be opened to agents: ${never}`);
  }
  return { plugin, path };
}

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { catalogReads } from './catalogReads';
import { normalizePath } from './normalizePath';
import { ReadRoute } from './ReadRoute';

const KEY = 'agentGovernance.perimeter.reads';
const KNOWN_KEYS = ['plugin', 'path'];

/** What agents may read unless configured otherwise: the catalog's entities. */
export const DEFAULT_READS: readonly ReadRoute[] = catalogReads.map(path => ({
  plugin: 'catalog',
  path,
}));

/**
 * Reads `agentGovernance.perimeter.reads`. An empty list leaves agents nothing to read outside governance.
 *
 * @throws InputError naming the key, when a value is missing, unknown or of the wrong form
 */
export function readPerimeterConfig(config: Config): readonly ReadRoute[] {
  const routes = config.getOptionalConfigArray(KEY);
  return routes
    ? routes.map((route, index) => readRoute(route, `${KEY}[${index}]`))
    : DEFAULT_READS;
}

function readRoute(config: Config, key: string): ReadRoute {
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
  if (!isPattern || !path.startsWith('/') || path === '/') {
    throw new InputError(
      `${key}.path must be a plain path such as /entities/by-name/*/*/*, where * stands for one segment, but is '${path}'`,
    );
  }
  return { plugin, path };
}

import { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { configError } from '../config/configError';
import { refuseUnknownKeys } from '../config/readers';
import { TargetRule } from './TargetRule';

/**
 * Reads `{ entityRef }`, or a place in what is asked such as `{ input: 'type.entityRef' }`.
 *
 * @param options - `places`: the keys that name a place, and what its path begins with
 * @throws InputError naming the key
 */
export function readTargetRule(
  config: Config,
  fullKey: string,
  options: { places: Record<string, readonly string[]> },
): Exclude<TargetRule, 'named'> {
  const places = Object.keys(options.places);
  refuseUnknownKeys(
    config,
    ['entityRef', ...places, 'kind', 'namespace'],
    fullKey,
  );
  const given = ['entityRef', ...places].filter(key => config.has(key));
  if (given.length !== 1) {
    throw configError(
      fullKey,
      `must have one of ${['entityRef', ...places].join(', ')}`,
    );
  }
  const [key] = given;
  const value = config.getString(key);
  if (key === 'entityRef') {
    return { entityRef: readRef(value, `${fullKey}.entityRef`) };
  }
  const names = value.split('.');
  if (names.some(name => name === '')) {
    throw configError(
      `${fullKey}.${key}`,
      `must be a path such as entityRef or type.entityRef, and is '${value}'`,
    );
  }
  const kind = config.getOptionalString('kind');
  const namespace = config.getOptionalString('namespace');
  return {
    path: [...options.places[key], ...names],
    ...(kind !== undefined && { kind }),
    ...(namespace !== undefined && { namespace }),
  };
}

function readRef(value: string, fullKey: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(value));
  } catch {
    throw configError(
      fullKey,
      `must be an entity ref such as component:default/payments-api, and is '${value}'`,
    );
  }
}

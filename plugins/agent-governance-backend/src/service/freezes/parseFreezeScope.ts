import { InputError } from '@backstage/errors';
import {
  Environment,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { parseRef } from '../input/parseRef';

/**
 * What a freeze is to cover: an entity, an environment, or the one in the other.
 *
 * @throws InputError naming the field
 */
export function parseFreezeScope(
  scope: FreezeScope,
  environments: Environment[],
): FreezeScope {
  const { entityRef, environment } = scope;
  if (entityRef === undefined && environment === undefined) {
    throw new InputError('scope: must name an entity, an environment, or both');
  }
  const names = environments.map(({ name }) => name);
  if (environment !== undefined && !names.includes(environment)) {
    throw new InputError(
      `scope.environment: unknown; there are ${names.join(', ')}`,
    );
  }
  return {
    ...(entityRef !== undefined && {
      entityRef: parseRef(entityRef, 'scope.entityRef'),
    }),
    ...(environment !== undefined && { environment }),
  };
}

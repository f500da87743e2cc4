import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Environment,
  FreezeExceptionScope,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityContainers } from '../../facts/EntityContainers';
import { coversTarget } from '../../facts/freezes/covers';
import { PersonCaller } from '../Caller';
import { parseRef } from '../input/parseRef';
import { readEntityAs } from '../readEntityAs';
import { parseActions, parseEnvironments } from './parseFreezeScope';

interface Around {
  /** What is excepted from. */
  freeze: FreezeScope;
  environments: Environment[];
  catalog: CatalogService;
  containers: EntityContainers;
  caller: PersonCaller;
}

/**
 * What is to be taken out of a freeze. Every part must lie within what the freeze covers: an exception that takes out
 * something else would read like leave for it.
 *
 * @throws InputError naming the field
 */
export async function parseExceptionScope(
  scope: FreezeExceptionScope,
  around: Around,
): Promise<FreezeExceptionScope> {
  const { freeze, environments } = around;
  const parsed: FreezeExceptionScope = {
    ...(scope.entityRef !== undefined && {
      entityRef: await parseEntity(scope.entityRef, around),
    }),
    ...(scope.actions !== undefined && {
      actions: parseActions(scope.actions, 'scope.actions'),
    }),
    ...(scope.environments !== undefined && {
      environments: parseEnvironments(
        scope.environments,
        environments,
        'scope.environments',
      ),
    }),
    ...(scope.agentRef !== undefined && {
      agentRef: await parseAgent(scope.agentRef, around),
    }),
  };
  if (Object.keys(parsed).length === 0) {
    throw new InputError(
      'scope: must name an entity, actions, environments or an agent; to take out everything, end the freeze',
    );
  }
  parsed.actions?.forEach((action, index) => {
    if (!freeze.actions || freeze.actions.some(one => includes(one, action))) {
      return;
    }
    throw new InputError(
      `scope.actions[${index}]: the freeze covers ${freeze.actions.join(
        ', ',
      )} only`,
    );
  });
  parsed.environments?.forEach((name, index) => {
    if (freeze.environments && !freeze.environments.includes(name)) {
      throw new InputError(
        `scope.environments[${index}]: the freeze covers ${freeze.environments.join(
          ', ',
        )} only`,
      );
    }
  });
  return parsed;
}

/** Whether everything that one pattern stands for, the other stands for too. */
function includes(outer: string, inner: string): boolean {
  return outer.endsWith('*')
    ? inner.startsWith(outer.slice(0, -1))
    : outer === inner;
}

async function parseEntity(value: string, around: Around): Promise<string> {
  const { freeze, catalog, containers, caller } = around;
  const field = 'scope.entityRef';
  const ref = parseRef(value, field);
  const entity = await readNamed(field, () =>
    readEntityAs({ catalog, ref, credentials: caller.credentials }),
  );
  const within =
    freeze.entityRef === undefined ||
    (await containers.of(entity)).includes(freeze.entityRef);
  if (!within || !coversTarget(freeze.targets, entity)) {
    throw new InputError(`${field}: the freeze does not cover ${ref}`);
  }
  return ref;
}

async function parseAgent(value: string, around: Around): Promise<string> {
  const field = 'scope.agentRef';
  const ref = parseRef(value, field);
  if (!ref.startsWith('agent:')) {
    throw new InputError(`${field}: must be the entity ref of an agent`);
  }
  await readNamed(field, () =>
    readEntityAs({
      catalog: around.catalog,
      ref,
      credentials: around.caller.credentials,
    }),
  );
  return ref;
}

async function readNamed<T>(field: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotFoundError) {
      throw new InputError(`${field}: ${error.message}`);
    }
    throw error;
  }
}

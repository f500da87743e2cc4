import { InputError } from '@backstage/errors';
import { parseFilterPredicate } from '@backstage/filter-predicates';
import {
  Environment,
  FreezeScope,
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { canonicalOrRefuse } from '../input/canonicalOrRefuse';
import { parseRef } from '../input/parseRef';

const MAX_ACTIONS = 50;
const MAX_PREDICATE_CHARACTERS = 4_000;
const ACTION = /^[^\s*\p{C}]{0,255}\*?$/u;

/**
 * What a freeze is to cover: an entity, the entities a predicate is true of, an environment, or what all of them say.
 *
 * @throws InputError naming the field
 */
export function parseFreezeScope(
  scope: FreezeScope,
  environments: Environment[],
  field = 'scope',
): FreezeScope {
  const parsed: FreezeScope = {
    ...(scope.entityRef !== undefined && {
      entityRef: parseRef(scope.entityRef, `${field}.entityRef`),
    }),
    ...(scope.targets !== undefined && {
      targets: parseTargets(scope.targets, `${field}.targets`),
    }),
    ...(scope.actions !== undefined && {
      actions: parseActions(scope.actions, `${field}.actions`),
    }),
    ...(scope.environments !== undefined && {
      environments: parseEnvironments(
        scope.environments,
        environments,
        `${field}.environments`,
      ),
    }),
  };
  const { entityRef, targets } = parsed;
  if (!entityRef && !targets && !parsed.environments) {
    throw new InputError(
      `${field}: must name an entity, a predicate over targets, an environment, or several of them`,
    );
  }
  return parsed;
}

/** @throws InputError naming the field */
export function parseActions(actions: string[], field: string): string[] {
  if (actions.length === 0 || actions.length > MAX_ACTIONS) {
    throw new InputError(
      `${field}: must be 1 to ${MAX_ACTIONS} action ids; leave it out to mean every action`,
    );
  }
  actions.forEach((action, index) => {
    if (action === '' || !ACTION.test(action)) {
      throw new InputError(
        `${field}[${index}]: must be an action id, with a * at most at its end, such as deployments:*`,
      );
    }
  });
  return [...new Set(actions)].sort();
}

/** @throws InputError naming the field */
export function parseEnvironments(
  given: string[],
  environments: Environment[],
  field: string,
): string[] {
  const names = environments.map(({ name }) => name);
  if (given.length === 0) {
    throw new InputError(
      `${field}: must name at least one; leave it out to mean all of ${names.join(
        ', ',
      )}`,
    );
  }
  given.forEach((name, index) => {
    if (!names.includes(name)) {
      throw new InputError(
        `${field}[${index}]: unknown; there are ${names.join(', ')}`,
      );
    }
  });
  return [...new Set(given)].sort();
}

function parseTargets(targets: JsonObject, field: string): JsonObject {
  const text = canonicalOrRefuse(() => canonicalJson(targets));
  if (text.length > MAX_PREDICATE_CHARACTERS) {
    throw new InputError(
      `${field}: must be at most ${MAX_PREDICATE_CHARACTERS} characters as JSON`,
    );
  }
  if (Object.keys(targets).length === 0) {
    throw new InputError(
      `${field}: must say something; leave it out to mean every target`,
    );
  }
  try {
    return parseFilterPredicate(targets) as JsonObject;
  } catch {
    throw new InputError(
      `${field}: must be a filter predicate such as { "spec.type": "service" }, with $all, $any, $not, $in, $exists, $contains and $hasPrefix`,
    );
  }
}

import { InputError } from '@backstage/errors';
import {
  DelegationScope,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { parseEnvironments } from '../freezes/parseFreezeScope';
import { parseRef } from '../input/parseRef';

const MAX_ACTIONS = 50;
const MAX_TARGETS = 50;
/** Of a star alone nobody could say what they delegated. */
const ACTION = /^[a-z][a-z0-9-]*:(?:[A-Za-z0-9_.-]*\*|[A-Za-z0-9_.-]+)$/;

/**
 * What a person delegates.
 *
 * @throws InputError naming the field and what is allowed
 */
export function parseDelegationScope(
  scope: DelegationScope,
  options: {
    /** Ids of every action that is registered now. */
    actions: string[];
    environments: Environment[];
  },
): DelegationScope {
  const { actions, targets, environments } = scope;
  return {
    actions: parseActions(actions, options.actions),
    ...(targets !== undefined && { targets: parseTargets(targets) }),
    ...(environments !== undefined && {
      environments: parseEnvironments(
        environments,
        options.environments,
        'environments',
      ),
    }),
  };
}

function parseActions(given: string[], registered: string[]): string[] {
  if (given.length === 0 || given.length > MAX_ACTIONS) {
    throw new InputError(`actions: must be 1 to ${MAX_ACTIONS} action ids`);
  }
  given.forEach((action, index) => {
    if (!ACTION.test(action)) {
      throw new InputError(
        `actions[${index}]: must be an action id such as deployments:deploy, or all that start alike such as deployments:*`,
      );
    }
    const isThere = action.endsWith('*')
      ? registered.some(id => id.startsWith(action.slice(0, -1)))
      : registered.includes(action);
    if (!isThere) {
      throw new InputError(
        `actions[${index}]: there is no action '${action}'; GET /v1/actions lists them`,
      );
    }
  });
  return [...new Set(given)].sort();
}

function parseTargets(given: string[]): string[] {
  if (given.length === 0 || given.length > MAX_TARGETS) {
    throw new InputError(
      `targets: must be 1 to ${MAX_TARGETS} entity refs; leave it out to mean any target`,
    );
  }
  const refs = given.map((ref, index) => parseRef(ref, `targets[${index}]`));
  return [...new Set(refs)].sort();
}

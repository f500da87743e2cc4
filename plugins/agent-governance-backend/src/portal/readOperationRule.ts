import { Config } from '@backstage/config';
import {
  EFFECT_CLASSES,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { configError } from '../config/configError';
import { readOwnerRef } from '../config/readers';
import { OperationRule } from './OperationRule';

/** The keys that mappings of portal actions and of routes have in common, `target` apart. */
export const OPERATION_KEYS = [
  'target',
  'environment',
  'effectClass',
  'undo',
  'owner',
  'requiresContext',
  'calls',
];

/** What a probe would ask cannot be configured. */
const OF_ROUTES = EFFECT_CLASSES.filter(one => one !== 'probeable');
/** Nor can a key be sent along with a portal action, for its plugin to drop repeats by. */
const OF_ACTIONS = OF_ROUTES.filter(one => one !== 'keyed');

/** @throws InputError naming the key */
export function readOperationRule(
  config: Config,
  fullKey: string,
  options: { environments: Environment[]; of: 'routes' | 'actions' },
): Omit<OperationRule, 'target'> {
  const possible = options.of === 'routes' ? OF_ROUTES : OF_ACTIONS;
  const effectClass = config.getOptionalString('effectClass') ?? 'once';
  const known = possible.find(one => one === effectClass);
  if (!known) {
    throw configError(
      `${fullKey}.effectClass`,
      `must be one of ${possible.join(', ')}, and is '${effectClass}'`,
    );
  }
  const owner = config.getOptionalString('owner');
  const undo = config.getOptionalString('undo');
  return {
    environment: readEnvironment(config, fullKey, options.environments),
    effectClass: known,
    requiresContext: config.getOptionalStringArray('requiresContext') ?? [],
    calls: config.getOptionalStringArray('calls') ?? [],
    ...(undo !== undefined && { undo }),
    ...(owner !== undefined && {
      owner: readOwnerRef(owner, `${fullKey}.owner`),
    }),
  };
}

function readEnvironment(
  config: Config,
  fullKey: string,
  environments: Environment[],
): string {
  const name = config.getOptionalString('environment');
  if (name === undefined) {
    return highestOf(environments);
  }
  if (!environments.some(environment => environment.name === name)) {
    throw configError(
      `${fullKey}.environment`,
      `must be one of ${environments
        .map(environment => environment.name)
        .join(', ')}, and is '${name}'`,
    );
  }
  return name;
}

/** The environment closest to customers: where nothing is said, the strictest is meant. */
export function highestOf(environments: Environment[]): string {
  return environments.reduce((highest, next) =>
    next.rank > highest.rank ? next : highest,
  ).name;
}

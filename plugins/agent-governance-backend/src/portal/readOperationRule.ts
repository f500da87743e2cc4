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
const POSSIBLE = EFFECT_CLASSES.filter(one => one !== 'probeable');

/** @throws InputError naming the key */
export function readOperationRule(
  config: Config,
  fullKey: string,
  environments: Environment[],
): Omit<OperationRule, 'target'> {
  const effectClass = config.getOptionalString('effectClass') ?? 'once';
  const known = POSSIBLE.find(one => one === effectClass);
  if (!known) {
    throw configError(
      `${fullKey}.effectClass`,
      `must be one of ${POSSIBLE.join(', ')}, and is '${effectClass}'`,
    );
  }
  const owner = config.getOptionalString('owner');
  const undo = config.getOptionalString('undo');
  return {
    environment: readEnvironment(config, fullKey, environments),
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

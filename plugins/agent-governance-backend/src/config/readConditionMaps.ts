import { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { configError } from './configError';

/** Entity refs by what a source calls them; components where no kind is said. */
export function readEntityMap(
  config: Config | undefined,
  key: string,
): Map<string, string[]> {
  const named = config?.get<Record<string, unknown>>() ?? {};
  return new Map(
    Object.entries(named).map(([name, refs]) => [
      name,
      [refs].flat().map(ref => readEntityRef(ref, `${key}.${name}`)),
    ]),
  );
}

/** Names of environments by what a source calls them. */
export function readEnvironmentMap(
  config: Config | undefined,
  key: string,
  environments: Environment[],
): Map<string, string> {
  const named = config?.get<Record<string, unknown>>() ?? {};
  return new Map(
    Object.entries(named).map(([name, environment]) => [
      name,
      readEnvironmentName(environment, `${key}.${name}`, environments),
    ]),
  );
}

/** The name of one of the configured environments. */
export function readEnvironmentName(
  value: unknown,
  key: string,
  environments: Environment[],
): string {
  const found = environments.find(({ name }) => name === value);
  if (!found) {
    throw configError(
      key,
      `must be one of ${environments
        .map(({ name }) => name)
        .join(', ')}, and is '${value}'`,
    );
  }
  return found.name;
}

function readEntityRef(value: unknown, key: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(String(value), { defaultKind: 'component' }),
    ).toLocaleLowerCase('en-US');
  } catch {
    throw configError(
      key,
      `must be an entity ref such as component:default/name, or a list of them, and is '${value}'`,
    );
  }
}

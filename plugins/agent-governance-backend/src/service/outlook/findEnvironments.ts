import { InputError } from '@backstage/errors';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * The environments that are asked about, by rank: the one of that name, or all of them.
 *
 * @throws InputError saying which there are
 */
export function findEnvironments(
  environments: Environment[],
  name: string | undefined,
): Environment[] {
  const all = [...environments].sort((a, b) => a.rank - b.rank);
  const asked = name === undefined ? all : all.filter(e => e.name === name);
  if (asked.length === 0) {
    throw new InputError(
      `'environment' must be one of ${all
        .map(environment => environment.name)
        .join(', ')}, and '${name}' is none`,
    );
  }
  return asked;
}

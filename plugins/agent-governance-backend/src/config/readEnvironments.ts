import { Config } from '@backstage/config';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { configError } from './configError';
import { readInteger, readOwnerRef, refuseUnknownKeys } from './readers';

const KEY = 'agentGovernance.environments';
const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** Reads `agentGovernance.environments`, lowest rank first. Without one, nothing can be asked for. */
export function readEnvironments(config: Config): Environment[] {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  if (entries.length === 0) {
    throw configError(
      KEY,
      'must list at least one environment: every action request names one',
    );
  }
  const environments = entries.map((entry, index) => {
    const key = `${KEY}[${index}]`;
    refuseUnknownKeys(entry, ['name', 'owner', 'rank', 'production'], key);
    const name = entry.getString('name');
    if (!NAME.test(name)) {
      throw configError(
        `${key}.name`,
        `must be lower-case letters, digits and dashes, and is '${name}'`,
      );
    }
    return {
      name,
      owner: readOwnerRef(entry.getString('owner'), `${key}.owner`),
      rank: readInteger(entry, 'rank', `${key}.rank`, {
        fallback: index,
        min: 0,
        max: 1_000,
      }),
      production: entry.getBoolean('production'),
    };
  });
  const repeated = environments.find(
    ({ name }, index) =>
      environments.findIndex(other => other.name === name) !== index,
  );
  if (repeated) {
    throw configError(KEY, `names '${repeated.name}' twice`);
  }
  return environments.sort((a, b) => a.rank - b.rank);
}

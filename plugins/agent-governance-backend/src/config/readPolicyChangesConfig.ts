import { Config } from '@backstage/config';
import { GovernanceConfig } from '../GovernanceConfig';
import { configError } from './configError';
import {
  readInteger,
  readMillis,
  readOwnerRef,
  refuseUnknownKeys,
} from './readers';

const KEY = 'agentGovernance.policyChanges';
const LEVELS = ['organization'] as const;
const MAX_ADOPT_MS = 86_400_000;

/** Reads `agentGovernance.policyChanges`: which changes of policies wait for people. */
export function readPolicyChangesConfig(
  root: Config,
  policyAdmins: string[],
): GovernanceConfig['policyChanges'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, ['quorum', 'adoptWithin'], KEY);
  const adoptWithinMs =
    readMillis(config, 'adoptWithin', `${KEY}.adoptWithin`) ?? 0;
  if (adoptWithinMs > MAX_ADOPT_MS) {
    throw configError(`${KEY}.adoptWithin`, 'must be at most a day');
  }
  return {
    ...(config?.has('quorum') && {
      quorum: readQuorum(config.getConfig('quorum'), policyAdmins),
    }),
    adoptWithinMs,
  };
}

function readQuorum(config: Config, policyAdmins: string[]) {
  const key = `${KEY}.quorum`;
  refuseUnknownKeys(config, ['levels', 'from', 'count'], key);
  const from = config.getOptionalString('from');
  const people =
    from === undefined ? policyAdmins : [readOwnerRef(from, `${key}.from`)];
  if (people.length === 0) {
    throw configError(
      `${key}.from`,
      'must be the entity ref of a group, since agentGovernance.policyAdmins names nobody who could agree',
    );
  }
  return {
    levels: readLevels(config, `${key}.levels`),
    from: people,
    count: readInteger(config, 'count', `${key}.count`, {
      fallback: 2,
      min: 1,
      max: 10,
    }),
  };
}

function readLevels(config: Config, key: string) {
  const levels = config.getOptionalStringArray('levels') ?? [...LEVELS];
  const unknown = levels.find(level => !LEVELS.some(one => one === level));
  if (unknown !== undefined || levels.length === 0) {
    throw configError(
      key,
      `must be a list of ${LEVELS.join(', ')}, and is ${JSON.stringify(
        levels,
      )}`,
    );
  }
  return [...LEVELS];
}

import { Config } from '@backstage/config';
import {
  CONDITION_KINDS,
  ConditionKind,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ConditionSourceConfig, GovernanceConfig } from '../GovernanceConfig';
import { configError } from './configError';
import {
  readEntityMap,
  readEnvironmentMap,
  readEnvironmentName,
} from './readConditionMaps';
import { readMillis, refuseUnknownKeys } from './readers';

const KEY = 'agentGovernance.conditions';
const ID = /^[a-z][a-z0-9-]{0,62}$/;
const TYPES = ['generic', 'pagerduty', 'alertmanager'] as const;
/** For how long a report is believed unless it is configured. */
const TTLS: Record<ConditionKind, string> = {
  incident: 'P1D',
  health: 'PT10M',
  deployment: 'PT1H',
};
/** What is shorter can be guessed. */
const MIN_SECRET_LENGTH = 16;
/** The one in use and the one that replaces it. */
const MAX_SECRETS = 2;

/** Reads `agentGovernance.conditions`: who says what is going on. */
export function readConditionsConfig(
  root: Config,
  environments: Environment[],
): GovernanceConfig['conditions'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, ['sources', 'clockSkew'], KEY);
  const sources = (config?.getOptionalConfigArray('sources') ?? []).map(
    (entry, index) =>
      readSource(entry, `${KEY}.sources[${index}]`, environments),
  );
  const repeated = sources.find(
    ({ id }, index) => sources.findIndex(other => other.id === id) !== index,
  );
  if (repeated) {
    throw configError(`${KEY}.sources`, `names '${repeated.id}' twice`);
  }
  return {
    sources,
    clockSkewMs: readMillis(config, 'clockSkew', `${KEY}.clockSkew`, 'PT30S'),
  };
}

function readSource(
  config: Config,
  key: string,
  environments: Environment[],
): ConditionSourceConfig {
  refuseUnknownKeys(
    config,
    [
      'id',
      'title',
      'type',
      'kind',
      'secrets',
      'tokens',
      'ttl',
      'quietAfter',
      'tolerance',
      'entities',
      'environment',
      'environments',
      'topics',
    ],
    key,
  );
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw configError(
      `${key}.id`,
      `must be lower-case letters, digits and dashes, and is '${id}'`,
    );
  }
  const type = readOneOf(config, 'type', `${key}.type`, TYPES);
  const kind = readOneOf(config, 'kind', `${key}.kind`, CONDITION_KINDS);
  if (type === 'pagerduty' && kind !== 'incident') {
    throw configError(`${key}.kind`, 'must be incident with type pagerduty');
  }
  if (type === 'alertmanager' && kind === 'deployment') {
    throw configError(
      `${key}.kind`,
      'must be incident or health with type alertmanager',
    );
  }
  const ttlMs = readMillis(config, 'ttl', `${key}.ttl`, TTLS[kind]);
  const entities = config.getOptionalConfig('entities');
  const inEnvironments = config.getOptionalConfig('environments');
  refuseUnknownKeys(
    entities,
    ['map', 'annotation', 'label'],
    `${key}.entities`,
  );
  refuseUnknownKeys(inEnvironments, ['map', 'label'], `${key}.environments`);
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    type,
    kind,
    secrets: readSecrets(config, key, type),
    ttlMs,
    ...readQuietAfter(config, key, ttlMs),
    toleranceMs: readMillis(config, 'tolerance', `${key}.tolerance`, 'PT5M'),
    entities: {
      map: readEntityMap(
        entities?.getOptionalConfig('map'),
        `${key}.entities.map`,
      ),
      ...(entities?.has('annotation') && {
        annotation: entities.getString('annotation'),
      }),
      label: entities?.getOptionalString('label') ?? 'entity',
    },
    ...(config.has('environment') && {
      environment: readEnvironmentName(
        config.getString('environment'),
        `${key}.environment`,
        environments,
      ),
    }),
    ...(inEnvironments?.has('label') && {
      environmentLabel: inEnvironments.getString('label'),
    }),
    environmentMap: readEnvironmentMap(
      inEnvironments?.getOptionalConfig('map'),
      `${key}.environments.map`,
      environments,
    ),
    topics: config.getOptionalStringArray('topics') ?? [],
  };
}

function readOneOf<T extends string>(
  config: Config,
  name: string,
  key: string,
  allowed: readonly T[],
): T {
  const value = config.getString(name);
  const found = allowed.find(one => one === value);
  if (!found) {
    throw configError(
      key,
      `must be one of ${allowed.join(', ')}, and is '${value}'`,
    );
  }
  return found;
}

function readSecrets(
  config: Config,
  key: string,
  type: ConditionSourceConfig['type'],
): string[] {
  const name = type === 'alertmanager' ? 'tokens' : 'secrets';
  const other = type === 'alertmanager' ? 'secrets' : 'tokens';
  if (config.has(other)) {
    throw configError(
      `${key}.${other}`,
      `is not for type ${type}, which takes ${name}`,
    );
  }
  const secrets = config.getOptionalStringArray(name) ?? [];
  if (secrets.length < 1 || secrets.length > MAX_SECRETS) {
    throw configError(
      `${key}.${name}`,
      `must list one, or two while they are changed`,
    );
  }
  secrets.forEach((secret, index) => {
    if (secret.length < MIN_SECRET_LENGTH) {
      throw configError(
        `${key}.${name}[${index}]`,
        `must be at least ${MIN_SECRET_LENGTH} characters long`,
      );
    }
    if (type === 'alertmanager' && /\s/.test(secret)) {
      throw configError(`${key}.${name}[${index}]`, 'must be without spaces');
    }
  });
  return secrets;
}

function readQuietAfter(
  config: Config,
  key: string,
  ttlMs: number,
): { quietAfterMs?: number } {
  const isNever =
    config.has('quietAfter') && config.getOptional('quietAfter') === 'never';
  return isNever
    ? {}
    : {
        quietAfterMs:
          readMillis(config, 'quietAfter', `${key}.quietAfter`) ?? ttlMs,
      };
}

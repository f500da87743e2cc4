import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import {
  FEDERATED_ISSUER_ID_PATTERN,
  isAgentRef,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FEDERATED_ALGORITHMS,
  FederatedAlgorithm,
  FederatedIssuer,
} from './FederatedIssuer';
import { readHttpUrl } from './readHttpUrl';

const KEY = 'agentGovernance.federation';
const KNOWN_KEYS = [
  'issuer',
  'jwksUrl',
  'audience',
  'algorithms',
  'allowPrivateAddresses',
  'caFile',
  'maxTokenLifetime',
  'keysMaxAge',
  'keysMinInterval',
  'timeout',
];
const DAY: HumanDuration = { days: 1 };

/**
 * Reads `agentGovernance.federation`. Nothing configured means that no other issuer is believed.
 *
 * @throws InputError naming the key, when a value is missing, unknown or of the wrong form, or when two issuers could
 * not be told apart by their tokens
 *
 * @public
 */
export function readFederation(config: Config): FederatedIssuer[] {
  const federation = config.getOptionalConfig(KEY);
  if (!federation) {
    return [];
  }
  refuseUnknownKeys(federation, ['issuers'], KEY);
  const entries = federation.getOptionalConfig('issuers');
  const issuers = (entries?.keys() ?? []).map(id =>
    readIssuer(id, entries!.getConfig(id), `${KEY}.issuers.${id}`),
  );
  for (const { id, issuer } of issuers) {
    const other = issuers.find(it => it.issuer === issuer && it.id !== id);
    if (other) {
      throw new InputError(
        `${KEY}.issuers.${other.id}.issuer must be another than that of ${id}: their tokens could not be told apart`,
      );
    }
  }
  return issuers;
}

function readIssuer(id: string, config: Config, key: string): FederatedIssuer {
  if (!FEDERATED_ISSUER_ID_PATTERN.test(id)) {
    throw new InputError(
      `${key} must have an id of lower-case letters, digits and dashes, at most 63`,
    );
  }
  refuseUnknownKeys(config, KNOWN_KEYS, key);
  const duration = (name: string, usual: HumanDuration, most: HumanDuration) =>
    readDuration(config, { key, name, usual, most });
  const allowPrivateAddresses =
    config.getOptionalBoolean('allowPrivateAddresses') ?? false;
  const issuer = config.getString('issuer');
  if (isAgentRef(issuer)) {
    throw new InputError(
      `${key}.issuer must not be an agent, whose own assertions are known by it`,
    );
  }
  const jwksUrl = config.getOptionalString('jwksUrl');
  const fetchedFrom = jwksUrl ?? issuer;
  const name = jwksUrl === undefined ? 'issuer' : 'jwksUrl';
  const { protocol } = readHttpUrl(fetchedFrom, `${key}.${name}`);
  if (protocol !== 'https:' && !allowPrivateAddresses) {
    throw new InputError(
      `${key}.${name} must be an https address, since keys are fetched from it; without TLS only with allowPrivateAddresses`,
    );
  }
  return {
    id,
    issuer,
    ...(jwksUrl === undefined ? {} : { jwksUrl }),
    audience: config.getString('audience'),
    algorithms: readAlgorithms(config, key),
    allowPrivateAddresses,
    caFile: config.getOptionalString('caFile'),
    maxTokenLifetimeMs: duration('maxTokenLifetime', { hours: 1 }, DAY),
    keysMaxAgeMs: duration('keysMaxAge', { minutes: 10 }, DAY),
    keysMinIntervalMs: duration('keysMinInterval', { seconds: 30 }, DAY),
    timeoutMs: duration('timeout', { seconds: 5 }, { seconds: 30 }),
  };
}

function readAlgorithms(config: Config, key: string): FederatedAlgorithm[] {
  const names = config.getOptionalStringArray('algorithms') ?? [
    'RS256',
    'ES256',
  ];
  if (names.length === 0) {
    throw new InputError(`${key}.algorithms must name at least one`);
  }
  return names.map((name, index) => {
    const known = FEDERATED_ALGORITHMS.find(algorithm => algorithm === name);
    if (known === undefined) {
      throw new InputError(
        `${key}.algorithms[${index}] must be one of ${FEDERATED_ALGORITHMS.join(
          ', ',
        )}, but is '${name}'`,
      );
    }
    return known;
  });
}

function readDuration(
  config: Config,
  options: {
    key: string;
    name: string;
    usual: HumanDuration;
    most: HumanDuration;
  },
): number {
  const { key, name, usual, most } = options;
  const millis = durationToMilliseconds(
    config.has(name) ? readDurationFromConfig(config, { key: name }) : usual,
  );
  if (millis <= 0 || millis > durationToMilliseconds(most)) {
    throw new InputError(
      `${key}.${name} must be more than nothing and at most ${JSON.stringify(
        most,
      )}`,
    );
  }
  return millis;
}

function refuseUnknownKeys(config: Config, known: string[], key: string) {
  const unknown = config.keys().find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is not a known key; known are ${known.join(', ')}`,
    );
  }
}

import { Config } from '@backstage/config';
import {
  AGENT_POLICY_LEVELS,
  PolicyLevel,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { readTrust } from '@agentgov/backstage-plugin-agent-governance-node';
import { GovernanceConfig } from '../GovernanceConfig';
import { readMappedRoutes } from '../perimeter/readMappedRoutes';
import { readPortalActions } from '../portal/readPortalActions';
import { configError } from './configError';
import { readInputBytes } from './readInputBytes';
import { readConditionsConfig } from './readConditionsConfig';
import { readContextConfig } from './readContextConfig';
import { readReplaysConfig } from './readReplaysConfig';
import { readDelegationsConfig } from './readDelegationsConfig';
import { readEnvironments } from './readEnvironments';
import { readFreezesConfig } from './readFreezesConfig';
import { readMcpConfig } from './readMcpConfig';
import { readPolicyChangesConfig } from './readPolicyChangesConfig';
import { readTiers } from './readTiers';
import { readTimeZone } from './readTimeZone';
import {
  readInteger,
  readIsoDuration,
  readMillis,
  readOwnerRefs,
  refuseUnknownKeys,
} from './readers';

const KEY = 'agentGovernance';
/** `perimeter`, `federation` and `oauth` are read where they are used, `auditors` by the policy. */
const KNOWN = [
  'environments',
  'admins',
  'auditors',
  'fallbackReviewers',
  'policyAdmins',
  'policies',
  'policyChanges',
  'replays',
  'requiredLevels',
  'limits',
  'checkpoint',
  'execution',
  'context',
  'tiers',
  'timeZone',
  'conditions',
  'topology',
  'freezes',
  'mcp',
  'stops',
  'delegations',
  'trust',
  'perimeter',
  'portalActions',
  'federation',
  'oauth',
];
/** Levels on which something can be granted. */
const REQUIRABLE: PolicyLevel[] = ['portal', ...AGENT_POLICY_LEVELS];

/**
 * Turns `agentGovernance` into what the plugin runs on, once. `config.d.ts` says what each key
 * means.
 *
 * @throws InputError naming the key and what is allowed; the backend then does not start.
 */
export function readGovernanceConfig(root: Config): GovernanceConfig {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, KNOWN, KEY);
  const environments = readEnvironments(root);
  const policyAdmins = readOwnerRefs(
    config,
    'policyAdmins',
    `${KEY}.policyAdmins`,
  );
  return {
    environments,
    admins: readOwnerRefs(config, 'admins', `${KEY}.admins`),
    fallbackReviewers: readOwnerRefs(
      config,
      'fallbackReviewers',
      `${KEY}.fallbackReviewers`,
    ),
    policyAdmins,
    policies: readPolicies(config?.getOptionalConfig('policies')),
    policyChanges: readPolicyChangesConfig(root, policyAdmins),
    requiredLevels: readRequiredLevels(config),
    limits: readLimits(root),
    checkpoint: readCheckpoint(config?.getOptionalConfig('checkpoint')),
    execution: readExecution(config?.getOptionalConfig('execution')),
    context: readContextConfig(root),
    tiers: readTiers(config),
    timeZone: readTimeZone(config),
    trust: readTrust(root),
    mappedRoutes: readMappedRoutes(root, environments),
    portalActions: readPortalActions(root, environments),
    conditions: readConditionsConfig(root, environments),
    topology: readTopology(config?.getOptionalConfig('topology')),
    freezes: readFreezesConfig(root, environments),
    mcp: readMcpConfig(root, environments),
    delegations: readDelegationsConfig(root),
    replays: readReplaysConfig(root),
    stops: readStops(config?.getOptionalConfig('stops')),
  };
}

function readRequiredLevels(config: Config | undefined): PolicyLevel[] {
  const levels = config?.getOptionalStringArray('requiredLevels') ?? [];
  return levels.map((level, index) => {
    const known = REQUIRABLE.find(one => one === level);
    if (!known) {
      throw configError(
        `${KEY}.requiredLevels[${index}]`,
        `must be one of ${REQUIRABLE.join(', ')}, and is '${level}'`,
      );
    }
    return known;
  });
}

/** More would break the promise that a change decides within five seconds by far. */
const MAX_POLICY_POLL_MS = 10_000;

function readPolicies(
  config: Config | undefined,
): GovernanceConfig['policies'] {
  const key = `${KEY}.policies`;
  refuseUnknownKeys(config, ['poll', 'topics'], key);
  const pollMs = readMillis(config, 'poll', `${key}.poll`, 'PT2S');
  if (pollMs > MAX_POLICY_POLL_MS) {
    throw configError(`${key}.poll`, 'must be ten seconds or less');
  }
  return { pollMs, topics: config?.getOptionalStringArray('topics') ?? [] };
}

function readLimits(root: Config): GovernanceConfig['limits'] {
  const key = `${KEY}.limits`;
  const config = root.getOptionalConfig(key);
  const bytes = { fallback: 65_536, min: 1_024, max: 1_048_576 };
  refuseUnknownKeys(
    config,
    ['openRequestsPerAgent', 'inputBytes', 'contextValueBytes'],
    key,
  );
  return {
    openRequestsPerAgent: readInteger(
      config,
      'openRequestsPerAgent',
      `${key}.openRequestsPerAgent`,
      { fallback: 50, min: 1, max: 10_000 },
    ),
    inputBytes: readInputBytes(root),
    contextValueBytes: readInteger(
      config,
      'contextValueBytes',
      `${key}.contextValueBytes`,
      bytes,
    ),
  };
}

function readCheckpoint(
  config: Config | undefined,
): GovernanceConfig['checkpoint'] {
  const key = `${KEY}.checkpoint`;
  refuseUnknownKeys(config, ['decideWithin', 'executeWithin'], key);
  return {
    decideWithin: readIsoDuration(
      config,
      'decideWithin',
      `${key}.decideWithin`,
      'PT4H',
    ),
    executeWithin: readIsoDuration(
      config,
      'executeWithin',
      `${key}.executeWithin`,
      'PT30M',
    ),
  };
}

function readExecution(
  config: Config | undefined,
): GovernanceConfig['execution'] {
  const key = `${KEY}.execution`;
  refuseUnknownKeys(
    config,
    ['lease', 'timeout', 'poll', 'maxAttempts', 'concurrency'],
    key,
  );
  return {
    leaseMs: readMillis(config, 'lease', `${key}.lease`, 'PT30S'),
    timeoutMs: readMillis(config, 'timeout', `${key}.timeout`, 'PT5M'),
    pollMs: readMillis(config, 'poll', `${key}.poll`, 'PT1S'),
    maxAttempts: readInteger(config, 'maxAttempts', `${key}.maxAttempts`, {
      fallback: 5,
      min: 1,
      max: 100,
    }),
    concurrency: readInteger(config, 'concurrency', `${key}.concurrency`, {
      fallback: 4,
      min: 1,
      max: 100,
    }),
  };
}

function readTopology(
  config: Config | undefined,
): GovernanceConfig['topology'] {
  const key = `${KEY}.topology`;
  refuseUnknownKeys(config, ['maxDepth', 'maxNodes'], key);
  return {
    maxDepth: readInteger(config, 'maxDepth', `${key}.maxDepth`, {
      fallback: 6,
      min: 1,
      max: 20,
    }),
    maxNodes: readInteger(config, 'maxNodes', `${key}.maxNodes`, {
      fallback: 500,
      min: 1,
      max: 10_000,
    }),
  };
}

function readStops(config: Config | undefined): GovernanceConfig['stops'] {
  const key = `${KEY}.stops`;
  refuseUnknownKeys(config, ['releaseQuorum'], key);
  return {
    releaseQuorum: readInteger(
      config,
      'releaseQuorum',
      `${key}.releaseQuorum`,
      { fallback: 2, min: 1, max: 10 },
    ),
  };
}

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AGENT_POLICY_LEVELS } from '@agentgov/backstage-plugin-agent-governance-common';
import { TRUSTED_KINDS, TrustRule } from './TrustRule';

const KEY = 'agentGovernance.trust';
const KNOWN_KEYS = ['originLocation', 'kinds', 'owners', 'levels'];

/**
 * Reads `agentGovernance.trust`. Nothing configured means that nothing counts.
 *
 * @throws InputError naming the key, when a value is missing, unknown or of the wrong form. A key nobody knows is
 * refused too: a misspelt `owners` would otherwise trust everybody.
 *
 * @public
 */
export function readTrust(config: Config): TrustRule[] {
  const rules = config.getOptionalConfigArray(KEY) ?? [];
  return rules.map((rule, index) => readRule(rule, `${KEY}[${index}]`));
}

function readRule(config: Config, key: string): TrustRule {
  const unknown = config.keys().find(name => !KNOWN_KEYS.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is not a known key; known are ${KNOWN_KEYS.join(
        ', ',
      )}`,
    );
  }
  const originLocation = config.getString('originLocation');
  if (!/^[a-z][a-z0-9-]*:./i.test(originLocation)) {
    throw new InputError(
      `${key}.originLocation must start with the type of a location, as in url:https://… or file:…, but is '${originLocation}'`,
    );
  }
  const owners = config.getOptionalStringArray('owners');
  const levels = config.getOptionalStringArray('levels');
  return {
    originLocation,
    kinds: readAll(config.getStringArray('kinds'), TRUSTED_KINDS, key, 'kinds'),
    ...(owners ? { owners: readOwners(owners, key) } : {}),
    ...(levels
      ? { levels: readAll(levels, AGENT_POLICY_LEVELS, key, 'levels') }
      : {}),
  };
}

function readAll<T extends string>(
  values: string[],
  allowed: readonly T[],
  key: string,
  name: string,
): T[] {
  return values.map((value, index) => {
    const known = allowed.find(candidate => candidate === value);
    if (known === undefined) {
      throw new InputError(
        `${key}.${name}[${index}] must be one of ${allowed.join(
          ', ',
        )}, but is '${value}'`,
      );
    }
    return known;
  });
}

function readOwners(values: string[], key: string): string[] {
  return values.map((value, index) => {
    try {
      return stringifyEntityRef(
        parseEntityRef(value, { defaultKind: 'Group' }),
      );
    } catch {
      throw new InputError(
        `${key}.owners[${index}] must be an entity reference such as group:default/payments, but is '${value}'`,
      );
    }
  });
}

import { Config } from '@backstage/config';
import { isError } from '@backstage/errors';
import {
  Environment,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { parseZone } from '../facts/freezes/recurrence/parseRecurrence';
import { FreezeCalendarConfig, GovernanceConfig } from '../GovernanceConfig';
import { parseFreezeScope } from '../service/freezes/parseFreezeScope';
import { configError } from './configError';
import {
  readInteger,
  readMillis,
  readOwnerRef,
  refuseUnknownKeys,
} from './readers';

const KEY = 'agentGovernance.freezes';
const ID = /^[a-z][a-z0-9-]{0,62}$/;
/** Freezes are late by at most this, and no server is asked more often. */
const MIN_REFRESH_MS = 60_000;
/** A reading may fail this often before what was read is stale. */
const REFRESHES_PER_TTL = 4;

/** Reads `agentGovernance.freezes`: how many people lift one, and the calendars they are read from. */
export function readFreezesConfig(
  root: Config,
  environments: Environment[],
): GovernanceConfig['freezes'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, ['exceptionQuorum', 'calendars'], KEY);
  const entries = config?.getOptionalConfigArray('calendars') ?? [];
  const calendars = entries.map((entry, index) =>
    readCalendar(entry, `${KEY}.calendars[${index}]`, environments),
  );
  const ids = calendars.map(({ id }) => id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated) {
    throw configError(`${KEY}.calendars`, `names '${repeated}' twice`);
  }
  return {
    exceptionQuorum: readInteger(
      config,
      'exceptionQuorum',
      `${KEY}.exceptionQuorum`,
      { fallback: 1, min: 1, max: 10 },
    ),
    calendars,
  };
}

function readCalendar(
  config: Config,
  key: string,
  environments: Environment[],
): FreezeCalendarConfig {
  refuseUnknownKeys(
    config,
    ['id', 'url', 'scope', 'owner', 'zone', 'refresh', 'ttl'],
    key,
  );
  const id = config.getString('id');
  if (!ID.test(id)) {
    throw configError(
      `${key}.id`,
      `must be lower-case letters, digits and dashes, and is '${id}'`,
    );
  }
  const refreshMs = readMillis(config, 'refresh', `${key}.refresh`, 'PT15M');
  if (refreshMs < MIN_REFRESH_MS) {
    throw configError(`${key}.refresh`, 'must be at least a minute');
  }
  const ttlMs =
    readMillis(config, 'ttl', `${key}.ttl`) ?? refreshMs * REFRESHES_PER_TTL;
  if (ttlMs <= refreshMs) {
    throw configError(`${key}.ttl`, 'must be longer than refresh');
  }
  return {
    id,
    url: readUrl(config.getString('url'), `${key}.url`),
    scope: readScope(config.getConfig('scope'), `${key}.scope`, environments),
    owner: readOwnerRef(config.getString('owner'), `${key}.owner`),
    zone: asConfig(() => parseZone(config.getString('zone'), `${key}.zone`)),
    refreshMs,
    ttlMs,
  };
}

/** The address itself is not said: it may hold the key to the calendar. */
function readUrl(url: string, key: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw configError(key, 'must be an http or https address');
  }
  return url;
}

/** The same is refused here as in a freeze that somebody sets, and in the same words. */
function readScope(
  config: Config,
  key: string,
  environments: Environment[],
): FreezeScope {
  refuseUnknownKeys(
    config,
    ['entityRef', 'targets', 'actions', 'environments'],
    key,
  );
  return asConfig(() =>
    parseFreezeScope(config.get<FreezeScope>(), environments, key),
  );
}

function asConfig<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!isError(error)) {
      throw error;
    }
    const [, key, reason] = /^(\S+): (.*)$/s.exec(error.message) ?? [];
    throw configError(key, reason);
  }
}

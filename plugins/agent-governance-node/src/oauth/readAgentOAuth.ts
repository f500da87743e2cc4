import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readHttpUrl } from '../agents/readHttpUrl';
import { AgentOAuthConfig } from './AgentOAuthConfig';

const KEY = 'agentGovernance.oauth';
const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
/** Switches of the portal that put its own metadata at the root, for every issuer of its origin. */
const PORTAL_METADATA_KEYS = [
  'auth.clientIdMetadataDocuments.enabled',
  'auth.experimentalClientIdMetadataDocuments.enabled',
  'auth.experimentalDynamicClientRegistration.enabled',
];

/**
 * Reads `agentGovernance.oauth`.
 *
 * @returns nothing where it is not configured: then there is no authorization server for agents
 * @throws InputError naming the key; also where the portal's own metadata would stand in the way
 *
 * @public
 */
export function readAgentOAuth(config: Config): AgentOAuthConfig | undefined {
  const oauth = config.getOptionalConfig(KEY);
  if (!oauth) {
    return undefined;
  }
  refuseUnknownKeys(oauth, ['issuer', 'listen', 'rateLimit'], KEY);
  const listen = readListen(oauth.getOptionalConfig('listen'));
  const issuer = oauth.getOptionalString('issuer');
  const rateLimit = readRateLimit(oauth.getOptionalConfig('rateLimit'));
  if (listen && issuer !== undefined) {
    assertOwnOrigin(issuer, config.getString('backend.baseUrl'));
    return { own: { issuer, listen }, rateLimit };
  }
  if (issuer !== undefined) {
    throw new InputError(
      `${KEY}.issuer needs ${KEY}.listen, the port at which the issuer is answered for; leave both out to have it below the portal's auth plugin`,
    );
  }
  if (listen) {
    throw new InputError(
      `${KEY}.listen needs ${KEY}.issuer, the address at which agents reach that port`,
    );
  }
  const taken = PORTAL_METADATA_KEYS.find(key => config.getOptional(key));
  if (taken !== undefined) {
    throw new InputError(
      `${KEY}.issuer and ${KEY}.listen must be given, an origin of its own, because with ${taken} the portal's own metadata takes /.well-known/oauth-authorization-server`,
    );
  }
  return { rateLimit };
}

/** Agents compare it character by character, so there is one way to write it. */
function assertOwnOrigin(issuer: string, baseUrl: string) {
  const url = readHttpUrl(issuer, `${KEY}.issuer`);
  if (issuer.endsWith('/')) {
    throw new InputError(`${KEY}.issuer must not end with a slash`);
  }
  if (url.protocol !== 'https:' && !LOOPBACK_HOSTS.includes(url.hostname)) {
    throw new InputError(
      `${KEY}.issuer must be an https address, but is '${issuer}'`,
    );
  }
  if (url.origin === new URL(baseUrl).origin) {
    throw new InputError(
      `${KEY}.issuer must be of another origin than backend.baseUrl, whose well-known documents are the portal's`,
    );
  }
}

function readListen(config: Config | undefined) {
  if (!config) {
    return undefined;
  }
  refuseUnknownKeys(config, ['host', 'port'], `${KEY}.listen`);
  const port = config.getNumber('port');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InputError(
      `${KEY}.listen.port must be a port number, but is ${port}`,
    );
  }
  return { host: config.getOptionalString('host') ?? '', port };
}

function readRateLimit(config: Config | undefined) {
  refuseUnknownKeys(config, ['burst', 'perMinute'], `${KEY}.rateLimit`);
  const read = (name: string, usual: number) => {
    const value = config?.getOptionalNumber(name) ?? usual;
    if (!Number.isInteger(value) || value < 1 || value > 100_000) {
      throw new InputError(
        `${KEY}.rateLimit.${name} must be a whole number from 1 to 100000, but is ${value}`,
      );
    }
    return value;
  };
  return { burst: read('burst', 60), perMinute: read('perMinute', 120) };
}

function refuseUnknownKeys(
  config: Config | undefined,
  known: string[],
  key: string,
) {
  const unknown = config?.keys().find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputError(
      `${key}.${unknown} is not a known key; known are ${known.join(', ')}`,
    );
  }
}

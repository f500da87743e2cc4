import { Config } from '@backstage/config';
import { McpServerConfig } from '../GovernanceConfig';
import { configError } from './configError';

/** What the protocol and the gateway say themselves. */
const OWN_HEADERS = [
  'accept',
  'content-type',
  'content-length',
  'host',
  'connection',
  'mcp-session-id',
  'mcp-protocol-version',
  'last-event-id',
];

/** How an upstream server is reached: over HTTP, or as a process of its own. */
export function readMcpConnection(
  config: Config,
  key: string,
): McpServerConfig['connection'] {
  if (config.has('url') === config.has('command')) {
    throw configError(key, `must have either url or command`);
  }
  return config.has('url') ? readHttp(config, key) : readStdio(config, key);
}

function readHttp(config: Config, key: string): McpServerConfig['connection'] {
  refuse(config, ['args', 'env'], key, 'is for servers with a command');
  const text = config.getString('url');
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw configError(`${key}.url`, `must be a URL of http or https`);
  }
  if (url.username || url.password) {
    throw configError(
      `${key}.url`,
      `must be without a password: put it into ${key}.credentials`,
    );
  }
  const headers = readTexts(config, 'credentials', `${key}.credentials`);
  for (const name of Object.keys(headers)) {
    if (
      !/^[A-Za-z0-9-]+$/.test(name) ||
      OWN_HEADERS.includes(name.toLocaleLowerCase('en-US'))
    ) {
      throw configError(
        `${key}.credentials.${name}`,
        'must be the name of a header that the protocol does not use itself',
      );
    }
  }
  return { type: 'http', url, headers };
}

function readStdio(config: Config, key: string): McpServerConfig['connection'] {
  refuse(
    config,
    ['credentials'],
    key,
    'is for servers with a url; what a command needs goes into env',
  );
  return {
    type: 'stdio',
    command: config.getString('command'),
    args: config.getOptionalStringArray('args') ?? [],
    env: readTexts(config, 'env', `${key}.env`),
  };
}

function refuse(
  config: Config,
  names: string[],
  key: string,
  because: string,
): void {
  const given = names.find(name => config.has(name));
  if (given) {
    throw configError(`${key}.${given}`, because);
  }
}

function readTexts(
  config: Config,
  name: string,
  key: string,
): Record<string, string> {
  const texts = config.getOptionalConfig(name);
  return Object.fromEntries(
    (texts?.keys() ?? []).map(each => {
      const value = texts!.getOptional(each);
      if (typeof value !== 'string' || /[\r\n\0]/.test(value)) {
        // the value may be a secret, so it is not said
        throw configError(`${key}.${each}`, 'must be a text of one line');
      }
      return [each, value];
    }),
  );
}

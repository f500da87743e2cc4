import { Config } from '@backstage/config';
import { configError } from '../config/configError';
import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';

const AUTH = 'backend.auth';

/**
 * Refuses to stand in front of a portal that agents could walk around by leaving their token at home, or with one that
 * says an agent's name and is a service's.
 *
 * @throws InputError naming the key
 */
export function refuseOpenPortal(config: Config): void {
  const open = `${AUTH}.dangerouslyDisableDefaultAuthPolicy`;
  if (config.getOptionalBoolean(open)) {
    throw configError(
      open,
      'must not be set: without a token everybody would be let in, agents included',
    );
  }
  const key = `${AUTH}.externalAccess`;
  const entries = config.getOptionalConfigArray(key) ?? [];
  entries.forEach((entry, index) => {
    for (const name of ['subject', 'subjectPrefix']) {
      const value = entry.getOptional(`options.${name}`);
      if (typeof value === 'string' && value.startsWith('plugin:')) {
        throw configError(
          `${key}[${index}].options.${name}`,
          'must not name a plugin: what plugins ask of each other is answered to plugins alone',
        );
      }
      if (
        typeof value === 'string' &&
        (isAgentRef(value) || value === 'agent')
      ) {
        throw configError(
          `${key}[${index}].options.${name}`,
          `must not name an agent: agents sign in with keys of their own, and a service's token is asked about by no policy`,
        );
      }
    }
  });
}

import { Config } from '@backstage/config';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { configError } from '../config/configError';
import { refuseUnknownKeys } from '../config/readers';
import { PortalActionRule } from './PortalActionRule';
import { OPERATION_KEYS, readOperationRule } from './readOperationRule';
import { readTargetRule } from './readTargetRule';

const KEY = 'agentGovernance.portalActions';
const ID = /^[a-z0-9*][a-z0-9-*]*:[A-Za-z0-9*][A-Za-z0-9_.*-]*$|^\*$/;

/**
 * Reads `agentGovernance.portalActions`; the first entry that fits an action counts.
 *
 * @throws InputError naming the key
 */
export function readPortalActions(
  config: Config,
  environments: Environment[],
): PortalActionRule[] {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  return entries.map((entry, index) => {
    const key = `${KEY}[${index}]`;
    refuseUnknownKeys(entry, ['id', ...OPERATION_KEYS], key);
    const id = entry.getString('id');
    if (!ID.test(id)) {
      throw configError(
        `${key}.id`,
        `must be the id of a portal action such as catalog:refresh-catalog-entity, or a pattern such as catalog:*, and is '${id}'`,
      );
    }
    const target = entry.getOptionalConfig('target');
    return {
      id,
      ...readOperationRule(entry, key, { environments, of: 'actions' }),
      target: target
        ? readTargetRule(target, `${key}.target`, { places: { input: [] } })
        : 'named',
    };
  });
}

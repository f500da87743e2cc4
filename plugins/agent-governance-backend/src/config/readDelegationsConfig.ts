import { Config } from '@backstage/config';
import { GovernanceConfig } from '../GovernanceConfig';
import { readMillis, refuseUnknownKeys } from './readers';

const KEY = 'agentGovernance.delegations';

/** Reads `agentGovernance.delegations`: for how long people may delegate. */
export function readDelegationsConfig(
  root: Config,
): GovernanceConfig['delegations'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, ['maxDuration'], KEY);
  return {
    maxDurationMs: readMillis(
      config,
      'maxDuration',
      `${KEY}.maxDuration`,
      'P7D',
    ),
  };
}

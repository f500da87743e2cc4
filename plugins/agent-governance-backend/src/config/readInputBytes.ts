import { Config } from '@backstage/config';
import { readInteger } from './readers';

const KEY = 'agentGovernance.limits';

/** The most an action's input may be, in bytes: in every plugin, since agents turn to any of them. */
export function readInputBytes(root: Config): number {
  return readInteger(
    root.getOptionalConfig(KEY),
    'inputBytes',
    `${KEY}.inputBytes`,
    { fallback: 65_536, min: 1_024, max: 1_048_576 },
  );
}

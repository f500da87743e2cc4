import { Config } from '@backstage/config';
import { GovernanceConfig } from '../GovernanceConfig';
import { readInteger, readMillis, refuseUnknownKeys } from './readers';

const KEY = 'agentGovernance.replays';
const PROGRESS_MS = 1_000;
/** By far longer than what progress takes. */
const LEASE_MS = 30_000;

/** Reads `agentGovernance.replays`: how many at a time, and what is kept of them. */
export function readReplaysConfig(root: Config): GovernanceConfig['replays'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(config, ['atOnce', 'flips', 'keep', 'keepMost'], KEY);
  const integer = (
    key: string,
    options: { fallback: number; min: number; max: number },
  ) => readInteger(config, key, `${KEY}.${key}`, options);
  return {
    atOnce: integer('atOnce', { fallback: 1, min: 1, max: 8 }),
    flips: integer('flips', { fallback: 5_000, min: 0, max: 50_000 }),
    keepMs: readMillis(config, 'keep', `${KEY}.keep`, 'P30D'),
    keepMost: integer('keepMost', { fallback: 500, min: 1, max: 10_000 }),
    progressMs: PROGRESS_MS,
    leaseMs: LEASE_MS,
  };
}

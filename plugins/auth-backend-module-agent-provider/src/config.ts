import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** What `auth.providers.agent` says. */
export type AgentProviderConfig = {
  /** What assertions must be addressed to. */
  audience: string;
  /** How far the clocks of agents may be off, in milliseconds. */
  clockToleranceMs: number;
};

const KEY = 'auth.providers.agent';
const DEFAULT_CLOCK_TOLERANCE_MS = 5_000;
const MAX_CLOCK_TOLERANCE_MS = 60_000;

/**
 * Reads `auth.providers.agent`; the defaults where it is not configured, and no agent gets a token.
 *
 * @param options - `baseUrl`: where the auth plugin is reached from outside, the default audience
 * @throws InputError naming the key
 */
export function readAgentProviderConfig(
  rootConfig: Config,
  options: { baseUrl: string },
): AgentProviderConfig {
  const config = rootConfig.getOptionalConfig(KEY);
  const clockToleranceMs = config?.has('clockTolerance')
    ? durationToMilliseconds(
        readDurationFromConfig(config, { key: 'clockTolerance' }),
      )
    : DEFAULT_CLOCK_TOLERANCE_MS;
  if (clockToleranceMs < 0 || clockToleranceMs > MAX_CLOCK_TOLERANCE_MS) {
    throw new InputError(
      `${KEY}.clockTolerance must be between nothing and one minute`,
    );
  }
  return {
    audience: config?.getOptionalString('audience') ?? options.baseUrl,
    clockToleranceMs,
  };
}

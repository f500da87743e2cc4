import { Config } from '@backstage/config';
import { configError } from './configError';
import { isMark } from '../facts/entityMarks';

const KEY = 'agentGovernance.tiers';

/** The tiers an entity may have, highest first. */
export function readTiers(config: Config | undefined): string[] {
  const tiers = config?.getOptionalStringArray('tiers') ?? [];
  tiers.forEach((tier, index) => {
    if (!isMark(tier)) {
      throw configError(
        `${KEY}[${index}]`,
        `must be up to 63 letters, digits, dashes, dots and underscores, and is '${tier}'`,
      );
    }
    if (tiers.indexOf(tier) !== index) {
      throw configError(KEY, `names '${tier}' twice`);
    }
  });
  return tiers;
}

import {
  ContextFreshness,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** How old something is against its standard. Each threshold belongs to the worse side. */
export function measureFreshness(options: {
  verifiedAt: string;
  now: Date;
  standard?: Pick<ContextStandard, 'warnAfterSeconds' | 'errorAfterSeconds'>;
}): { freshness: ContextFreshness; ageSeconds: number } {
  const { verifiedAt, now, standard } = options;
  const ageMs = Math.max(0, now.getTime() - Date.parse(verifiedAt));
  const reached = (seconds: number | undefined) =>
    seconds !== undefined && ageMs >= seconds * 1000;
  const ageSeconds = Math.floor(ageMs / 1000);
  if (reached(standard?.errorAfterSeconds)) {
    return { freshness: 'stale', ageSeconds };
  }
  return {
    freshness: reached(standard?.warnAfterSeconds) ? 'ageing' : 'fresh',
    ageSeconds,
  };
}

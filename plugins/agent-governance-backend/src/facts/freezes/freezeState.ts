import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';

/** Where a freeze stands at a moment. It is in force from `from` until just before `to`. */
export function freezeState(
  freeze: Pick<Freeze, 'from' | 'to' | 'endedAt'>,
  now: Date,
): Freeze['state'] {
  if (freeze.endedAt !== undefined) {
    return 'ended-early';
  }
  const at = now.toISOString();
  if (at < freeze.from) {
    return 'planned';
  }
  return at < freeze.to ? 'in-force' : 'over';
}

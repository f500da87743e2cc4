import { EffectClass } from '@agentgov/backstage-plugin-agent-governance-common';

/** Cut off, these leave nothing that asking again under the same key could do twice. */
const CUT_OFF: readonly EffectClass[] = ['read', 'idempotent', 'keyed'];

/**
 * Whether a stop cuts an execution off that is under way.
 *
 * The others finish: cut off half way, nobody could tell whether they happened, and nobody could try again.
 */
export function isCutOffByStops(effectClass: EffectClass): boolean {
  return CUT_OFF.includes(effectClass);
}

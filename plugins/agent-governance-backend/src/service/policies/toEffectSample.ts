import { PolicyEffectSample } from '@agentgov/backstage-plugin-agent-governance-common';
import { EffectSampleRow } from '../../store/PolicyEffectStore';

/** What one policy did in a decision, with whose it was; nothing, if it did not apply. */
export function toEffectSample(
  row: EffectSampleRow,
  policyRef: string,
): PolicyEffectSample | undefined {
  const found = row.effects.find(effect => effect.policyRef === policyRef);
  if (!found) {
    return undefined;
  }
  const { effects, effectiveAt, ...known } = row;
  const { mode, effect, rules, wouldBe } = found;
  return {
    ...known,
    at: effectiveAt,
    mode,
    effect,
    rules,
    ...(wouldBe !== undefined && { wouldBe }),
  };
}

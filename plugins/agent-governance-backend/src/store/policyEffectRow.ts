import {
  Decision,
  PolicyEffectOnDecision,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { policyEffectsOf } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { TalliedDecision } from './PolicyEffectStore';

/** Table `policy_effect_day`. */
export interface PolicyEffectRow {
  policy_ref: string;
  day: string;
  agent_ref: string;
  target_ref: string;
  digest: string;
  mode: 'enforce' | 'shadow';
  /** Empty: the policy as a whole. */
  rule: string;
  decisions: number;
  denied: number;
  held: number;
  allowed: number;
  not_evaluated: number;
  would_deny: number;
  would_hold: number;
  would_allow: number;
  last_decision_id: string;
  last_changed_id: string;
}

/** What names a row. */
export const EFFECT_KEY = [
  'policy_ref',
  'day',
  'agent_ref',
  'target_ref',
  'digest',
  'mode',
  'rule',
] as const;

/** What is added up. */
export const EFFECT_COUNTS = [
  'decisions',
  'denied',
  'held',
  'allowed',
  'not_evaluated',
  'would_deny',
  'would_hold',
  'would_allow',
] as const;

/**
 * What policies did in a decision, from the text it is stored as. What rules read is stored elsewhere, and not needed
 * to tell what they said.
 */
export function readEffects(document: string): PolicyEffectOnDecision[] {
  return policyEffectsOf(JSON.parse(document) as Decision);
}

/**
 * The rows that decisions add up to, in one order everywhere, so that those who count at the same time never wait for
 * each other in a circle.
 */
export function effectRows(decisions: TalliedDecision[]): PolicyEffectRow[] {
  const rows = new Map<string, PolicyEffectRow>();
  for (const decision of decisions) {
    for (const effect of decision.effects) {
      for (const rule of ['', ...effect.rules]) {
        const row = rowOf(decision, effect, rule);
        const key = EFFECT_KEY.map(column => row[column]).join('\n');
        const before = rows.get(key);
        rows.set(key, before ? sumOf(before, row) : row);
      }
    }
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function rowOf(
  decision: TalliedDecision,
  effect: PolicyEffectOnDecision,
  rule: string,
): PolicyEffectRow {
  const { wouldBe } = effect;
  const once = (isSo: boolean) => (isSo ? 1 : 0);
  return {
    policy_ref: effect.policyRef,
    day: decision.effectiveAt.slice(0, 10),
    agent_ref: decision.agentRef,
    target_ref: decision.targetRef,
    digest: effect.digest ?? '',
    mode: effect.mode,
    rule,
    decisions: 1,
    denied: once(effect.effect === 'deny'),
    held: once(effect.effect === 'require-approval'),
    allowed: once(effect.effect === 'allow'),
    not_evaluated: once(effect.effect === 'could-not-evaluate'),
    would_deny: once(wouldBe === 'deny'),
    would_hold: once(wouldBe === 'hold'),
    would_allow: once(wouldBe === 'allow'),
    last_decision_id: decision.id,
    last_changed_id: wouldBe === undefined ? '' : decision.id,
  };
}

function sumOf(a: PolicyEffectRow, b: PolicyEffectRow): PolicyEffectRow {
  const sum = { ...a };
  for (const column of EFFECT_COUNTS) {
    sum[column] += b[column];
  }
  for (const column of ['last_decision_id', 'last_changed_id'] as const) {
    sum[column] = a[column] > b[column] ? a[column] : b[column];
  }
  return sum;
}

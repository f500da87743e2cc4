import {
  PolicyEffectCounts,
  PolicyEffectModes,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { CountedEffects } from '../../store/PolicyEffectStore';

const NOTHING: PolicyEffectCounts = {
  decisions: 0,
  denied: 0,
  held: 0,
  allowed: 0,
  notEvaluated: 0,
  changed: 0,
  wouldDeny: 0,
  wouldHold: 0,
  wouldAllow: 0,
};

/** Counts added up, those of each mode by themselves. */
export function toModes(counted: CountedEffects[]): PolicyEffectModes {
  const of = (mode: CountedEffects['mode']) =>
    counted.filter(counts => counts.mode === mode).reduce(add, NOTHING);
  return { enforce: of('enforce'), shadow: of('shadow') };
}

/** In how many decisions some rule said something. */
export function spokeIn(counts: PolicyEffectCounts): number {
  const { denied, held, allowed, notEvaluated } = counts;
  return denied + held + allowed + notEvaluated;
}

function add(a: PolicyEffectCounts, b: PolicyEffectCounts): PolicyEffectCounts {
  return {
    decisions: a.decisions + b.decisions,
    denied: a.denied + b.denied,
    held: a.held + b.held,
    allowed: a.allowed + b.allowed,
    notEvaluated: a.notEvaluated + b.notEvaluated,
    changed: a.changed + b.changed,
    wouldDeny: a.wouldDeny + b.wouldDeny,
    wouldHold: a.wouldHold + b.wouldHold,
    wouldAllow: a.wouldAllow + b.wouldAllow,
  };
}

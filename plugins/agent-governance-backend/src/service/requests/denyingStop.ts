import { StopFactValue } from '@agentgov/backstage-plugin-agent-governance-common';
import { describeStop } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Decided } from '../../decision/DecisionMaker';

/** The stop because of which a decision is a denial; it ends the request as *stopped*, whatever else spoke against it. */
export function denyingStop({ facts }: Decided): StopFactValue | undefined {
  const { state, value } = facts.conditions.stops;
  return state === 'known' ? value?.[0] : undefined;
}

/** How requests end that a stop covers. */
export function stoppedBy(
  stop: Pick<StopFactValue, 'id' | 'scope' | 'reason' | 'pulledBy'>,
): { stopId: string; because: string } {
  return { stopId: stop.id, because: `Stopped: ${describeStop(stop)}.` };
}

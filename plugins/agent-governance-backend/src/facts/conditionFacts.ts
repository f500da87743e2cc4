import {
  Fact,
  Facts,
  FreezeConditionValue,
  StopFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { SourceAnswer } from './fromSource';
import { ConditionsSeen } from './sources';

/** The facts about the moment. What sources report brings its own state: it may be known, stale or unknown. */
export function conditionFacts(
  answers: {
    freeze: SourceAnswer<Fact<FreezeConditionValue>>;
    seen: SourceAnswer<ConditionsSeen>;
    stops: SourceAnswer<StopFactValue[]>;
  },
  at: string,
): Facts['conditions'] {
  const { freeze, seen, stops } = answers;
  const unanswered = () => seen.toFact<never>(() => undefined);
  return {
    freeze: freeze.value ?? freeze.toFact<never>(() => undefined),
    incident: seen.value?.incident ?? unanswered(),
    health: seen.value?.health ?? unanswered(),
    deployInProgress: seen.value?.deployInProgress ?? unanswered(),
    stops: stops.toFact(value => value, at),
  };
}

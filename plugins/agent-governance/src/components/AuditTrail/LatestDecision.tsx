import {
  DecisionPath,
  useExplanation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { LoadState } from '../LoadState';

/** The decision that put a request where it is, read when somebody opens it. */
export function LatestDecision(props: { requestId: string }) {
  const explanation = useExplanation(props.requestId);
  const latest = explanation.data?.decisions.at(-1);
  return (
    <LoadState query={explanation} what="the decision">
      {latest && <DecisionPath decision={latest} />}
    </LoadState>
  );
}

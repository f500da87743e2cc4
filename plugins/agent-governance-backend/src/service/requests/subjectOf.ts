import { Subject } from '../../facts/FactsGatherer';
import { ReadRequest } from './RequestReader';

/** What is decided about, of a request that was read. */
export function subjectOf(request: ReadRequest): Subject {
  const { agent, action, target, environment, input, claims, asked } = request;
  return {
    agent,
    action,
    target,
    environment,
    input,
    ...claims,
    snapshotId: asked.contextSnapshot,
  };
}

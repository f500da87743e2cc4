import { ConflictError } from '@backstage/errors';
import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';

/** The request is no longer where the caller thought it was, or may not go where it wants it. */
export function illegalTransition(
  id: string,
  from: ActionRequestState,
  wanted: string,
): ConflictError {
  return new ConflictError(
    `Action request ${id} is ${from} and can no longer be ${wanted}`,
  );
}

import {
  ConflictError,
  CustomErrorBase,
  NotAllowedError,
} from '@backstage/errors';
import {
  ActionRequest,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernedCallResult } from './GovernedCalls';

/**
 * An action that was tried and did not succeed.
 *
 * It goes by a name of the platform's: doors such as the stock MCP endpoint hand on the message of errors they know, and of
 * no others.
 */
export class TriedActionError extends CustomErrorBase {
  name = 'ResponseError' as const;
  readonly statusCode: number;

  constructor(statusCode: 502 | 504, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

/**
 * What the executor returned, for an action that ran.
 *
 * @throws NotAllowedError (403) for one that may not run, ConflictError (409) for one that waits for people or runs
 *   elsewhere, TriedActionError for one that failed (502) or of which nobody can tell (504). All name the request, since of
 *   an error only name and message reach an agent that came through another plugin.
 */
export function toRouteAnswer({
  request,
  output,
}: GovernedCallResult): JsonObject {
  switch (request.state) {
    case 'succeeded':
      return output ?? {};
    case 'reconciled':
      if (request.reconciliation?.outcome === 'succeeded') {
        // what it returned is lost with the attempt that was cut off
        return output ?? {};
      }
      throw new TriedActionError(502, say(request, 'failed and had no effect'));
    case 'held':
      throw new ConflictError(
        say(
          request,
          'waits for people and did not run; ask again the same way once they have decided',
        ),
      );
    case 'proposed':
    case 'authorised':
    case 'executing':
      throw new ConflictError(
        say(request, 'is under way; ask again the same way'),
      );
    case 'failed':
      throw new TriedActionError(502, say(request, 'failed and had no effect'));
    case 'unknown':
      throw new TriedActionError(
        504,
        say(request, 'was tried and nobody can tell whether it happened'),
      );
    default:
      throw new NotAllowedError(say(request, `was ${wordFor(request)}`));
  }
}

function wordFor({ state, reason }: ActionRequest): string {
  if (state !== 'denied') {
    return state;
  }
  switch (reason) {
    case 'not-granted':
      return 'not granted';
    case 'could-not-evaluate':
      return 'not run because it could not be evaluated';
    default:
      return 'denied';
  }
}

function say(request: ActionRequest, what: string): string {
  const { actionId, targetRef, environment, id, because, unblock } = request;
  const steps = unblock.map(({ message }) => message).join('; ');
  return `${actionId} on ${targetRef} in ${environment} ${what}: ${because} (action request ${id})${
    steps && `. What would unblock it: ${steps}`
  }`;
}

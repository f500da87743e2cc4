import type {
  ActionRequest,
  ActionRequestState,
  DecisionReason,
  UnblockStep,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentError } from './AgentError';

/**
 * The portal has the request, and its action did not happen, or is not known to have happened.
 *
 * @public
 */
export abstract class ActionError extends AgentError {
  /** The request as it stood when this was thrown. */
  readonly request: ActionRequest;

  constructor(request: ActionRequest, what: string) {
    super(`${request.actionId} on ${request.targetRef} ${what}`);
    this.request = request;
  }

  get requestId(): string {
    return this.request.id;
  }

  get state(): ActionRequestState {
    return this.request.state;
  }

  /** Which sort of verdict it was: `denied`, `not-granted` and `could-not-evaluate` are three different things. */
  get reason(): DecisionReason {
    return this.request.reason;
  }

  /** In one sentence, why it stands where it stands. */
  get because(): string {
    return this.request.because;
  }

  /** What would turn the verdict, and who can bring that about. Empty when nothing is known to. */
  get unblock(): UnblockStep[] {
    return this.request.unblock;
  }

  /** Whether the same thing, asked again later as a new request, may be decided differently. */
  get retryable(): boolean {
    return this.request.retryable;
  }
}

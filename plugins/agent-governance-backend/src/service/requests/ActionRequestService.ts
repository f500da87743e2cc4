import {
  ActionDescription,
  ActionRequest,
  CreateActionRequestInput,
  Explanation,
  ListActionRequestsOptions,
  Page,
  ReconcileInput,
  ReportOutcomeInput,
  Review,
  ReviewPresentation,
  ReviewPresentationContent,
  SubmitReviewInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentCaller, Caller, PersonCaller } from '../Caller';

/**
 * Everything that can happen to an action request. The only way to change one.
 *
 * The plain service trusts its caller; {@link AuthorizedActionRequestService} decides who may.
 */
export interface ActionRequestService {
  /**
   * Decides a request before anything happens and records it.
   *
   * @throws InputError naming every failing path; NotFoundError when the target does not exist
   *   or the agent may not read it; ConflictError when the key was used with another body;
   *   TooManyOpenRequestsError; ServiceUnavailableError when nothing could be recorded.
   */
  create(
    input: CreateActionRequestInput,
    options: { caller: AgentCaller; idempotencyKey: string },
  ): Promise<ActionRequest>;
  /** @throws NotFoundError */
  get(
    id: string,
    options: {
      caller: Caller;
      waitSeconds?: number;
      sinceRevision?: number;
      signal?: AbortSignal;
    },
  ): Promise<ActionRequest>;
  list(
    query: ListActionRequestsOptions,
    options: { caller: Caller },
  ): Promise<Page<ActionRequest>>;
  /** @throws ConflictError with the state it is in, when it can no longer be withdrawn. */
  withdraw(
    id: string,
    options: { caller: AgentCaller },
  ): Promise<ActionRequest>;
  explain(id: string, options: { caller: Caller }): Promise<Explanation>;
  /**
   * Renders what a reviewer will vote on, and remembers having shown it.
   *
   * @param options - `redact`: takes out what this person may not read, before the rendering is
   *   digested: the digest is of what was on the screen
   */
  present(
    id: string,
    options: {
      caller: PersonCaller;
      redact?: (
        content: ReviewPresentationContent,
      ) => Promise<ReviewPresentationContent>;
    },
  ): Promise<ReviewPresentation>;
  /**
   * Records one vote on the hold the reviewer was shown.
   *
   * @throws ConflictError with the new state when the hold changed or ended;
   *   NotAllowedError when the person has no standing.
   */
  review(
    id: string,
    input: SubmitReviewInput,
    options: { caller: PersonCaller },
  ): Promise<Review>;
  /**
   * Records what the agent says it saw of an outcome that is unknown: a claim, by which nothing moves.
   *
   * @throws InputError naming the field; ConflictError in any other state, and for more reports than are kept
   */
  report(
    id: string,
    input: ReportOutcomeInput,
    options: { caller: AgentCaller },
  ): Promise<ActionRequest>;
  /**
   * Ends a request of unknown outcome as what a person found out.
   *
   * @throws InputError naming the field; ConflictError with the state it is in, or when it is not what the person
   *   looked at; NotAllowedError when they have no standing
   */
  reconcile(
    id: string,
    input: ReconcileInput,
    options: { caller: PersonCaller },
  ): Promise<ActionRequest>;
  listActions(options: { caller: Caller }): Promise<ActionDescription[]>;
}

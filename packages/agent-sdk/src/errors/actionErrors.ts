import type { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionError } from './ActionError';

/** A rule said no. Asking again changes nothing until something in `unblock` does. @public */
export class DeniedError extends ActionError {
  readonly name = 'DeniedError';

  constructor(request: ActionRequest) {
    super(request, `was denied: ${request.because}`);
  }
}

/** Nobody said yes: no policy grants it. @public */
export class NotGrantedError extends ActionError {
  readonly name = 'NotGrantedError';

  constructor(request: ActionRequest) {
    super(request, `was not granted: ${request.because}`);
  }
}

/**
 * Something the decision needs did not answer, so it did not run. Nobody said no: with `retryable`, ask anew later.
 *
 * @public
 */
export class CouldNotEvaluateError extends ActionError {
  readonly name = 'CouldNotEvaluateError';

  constructor(request: ActionRequest) {
    super(request, `could not be evaluated: ${request.because}`);
  }
}

/** People have to look at it, and have not yet. It stays held: wait on, or withdraw it. @public */
export class HeldError extends ActionError {
  readonly name = 'HeldError';

  constructor(request: ActionRequest) {
    super(request, `is held: ${request.because}`);
  }

  /** ISO 8601; if nobody has decided by then, it expires. */
  get decideBy(): string | undefined {
    return this.request.decideBy;
  }
}

/** Nothing happened, and nothing will: `state` says how it ended, for example `rejected` or `expired`. @public */
export class EndedError extends ActionError {
  readonly name = 'EndedError';

  constructor(request: ActionRequest) {
    super(request, `was ${request.state}: ${request.because}`);
  }
}

/** It was carried out, and certainly failed; or somebody found out that it did not happen. @public */
export class FailedError extends ActionError {
  readonly name = 'FailedError';

  constructor(request: ActionRequest) {
    // of an attempt nobody could tell about, its error says how it was cut off
    const why = request.reconciliation ? undefined : request.execution?.error;
    super(request, `failed: ${why ?? request.because}`);
  }
}

/** It may have happened or not; nobody can tell yet. Do not ask again before somebody found out. @public */
export class UnknownOutcomeError extends ActionError {
  readonly name = 'UnknownOutcomeError';

  constructor(request: ActionRequest) {
    super(
      request,
      `has an unknown outcome: ${request.execution?.error ?? request.because}`,
    );
  }
}

/** The time to wait was up while it was authorised or running. It goes on: wait again. @public */
export class UnfinishedError extends ActionError {
  readonly name = 'UnfinishedError';

  constructor(request: ActionRequest) {
    super(request, `is not done yet: it is ${request.state}`);
  }
}

import type { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionError } from './ActionError';
import {
  CouldNotEvaluateError,
  DeniedError,
  EndedError,
  FailedError,
  HeldError,
  NotGrantedError,
  UnfinishedError,
  UnknownOutcomeError,
} from './actionErrors';

/** What stands between a request and its success; undefined when nothing does. */
export function toActionError(request: ActionRequest): ActionError | undefined {
  switch (request.state) {
    case 'succeeded':
      return undefined;
    case 'denied':
      return toRefusal(request);
    case 'held':
      return new HeldError(request);
    case 'failed':
      return new FailedError(request);
    case 'reconciled':
      // somebody found out what came of it
      return request.reconciliation?.outcome === 'succeeded'
        ? undefined
        : new FailedError(request);
    case 'unknown':
      return new UnknownOutcomeError(request);
    case 'proposed':
    case 'authorised':
    case 'executing':
      return new UnfinishedError(request);
    default:
      return new EndedError(request);
  }
}

function toRefusal(request: ActionRequest): ActionError {
  switch (request.reason) {
    case 'could-not-evaluate':
      return new CouldNotEvaluateError(request);
    case 'not-granted':
      return new NotGrantedError(request);
    default:
      return new DeniedError(request);
  }
}

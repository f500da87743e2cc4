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
import {
  NotAcceptedError,
  NotSignedInError,
  PortalUnavailableError,
  TooManyOpenRequestsError,
} from './portalErrors';

/** Every way in which it can come to nothing: told apart by `name`. @public */
export type AgentFailure =
  | DeniedError
  | NotGrantedError
  | CouldNotEvaluateError
  | HeldError
  | EndedError
  | FailedError
  | UnknownOutcomeError
  | UnfinishedError
  | NotSignedInError
  | NotAcceptedError
  | TooManyOpenRequestsError
  | PortalUnavailableError;

const NAMES: Record<AgentFailure['name'], true> = {
  DeniedError: true,
  NotGrantedError: true,
  CouldNotEvaluateError: true,
  HeldError: true,
  EndedError: true,
  FailedError: true,
  UnknownOutcomeError: true,
  UnfinishedError: true,
  NotSignedInError: true,
  NotAcceptedError: true,
  TooManyOpenRequestsError: true,
  PortalUnavailableError: true,
};

/** Whether this package threw it. Another copy of it counts too. @public */
export function isAgentFailure(error: unknown): error is AgentFailure {
  return error instanceof Error && Object.hasOwn(NAMES, error.name);
}

import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { FallenAgent } from './AgentStandingAnswer';

/**
 * What an agent that does not stand is told: 401, or 503 where it could not be found out.
 *
 * The reason itself is for the log.
 *
 * @public
 */
export function toStandingError(
  answer: FallenAgent,
): AuthenticationError | ServiceUnavailableError {
  return answer.reason === 'could-not-check'
    ? new ServiceUnavailableError(
        'Whether the agent may act could not be checked just now; try again',
      )
    : new AuthenticationError('The agent may not act in this portal');
}

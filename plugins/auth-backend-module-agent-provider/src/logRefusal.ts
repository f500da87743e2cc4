import { LoggerService } from '@backstage/backend-plugin-api';
import { AgentSignInError } from './AgentSignInError';

/** Writes into the log why an agent could not sign in, which outside nobody learns. */
export function logRefusal(
  error: AgentSignInError,
  logger: LoggerService,
): void {
  logger.warn(`Refused to sign in an agent: ${describe(error)}`, {
    reason: error.reason,
  });
}

const MAX_LOGGED_LENGTH = 256;

/** What the assertion says is quoted and cut, since anyone may have written it. */
function describe({ reason, message, agentRef }: AgentSignInError): string {
  const agent = agentRef ? JSON.stringify(agentRef) : 'unknown agent';
  return `${reason}, ${agent.slice(0, MAX_LOGGED_LENGTH)}, ${message.slice(
    0,
    MAX_LOGGED_LENGTH,
  )}`;
}

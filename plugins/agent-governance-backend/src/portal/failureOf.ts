import { isError } from '@backstage/errors';
import { ExecutionFailedError } from '@agentgov/backstage-plugin-agent-governance-node';

/** A plugin that says this took too long, and not that it refuses. */
const TIMED_OUT = 408;

/**
 * What an answer of a plugin means for an effect: by 4xx it says that it did not do it; after everything else nobody can
 * tell, and the effect class of the action decides what follows.
 *
 * @param options - `status`: of the answer. `message`: what the plugin said.
 */
export function failureOf(options: {
  plugin: string;
  status: number;
  message: string;
}): Error {
  const { plugin, status, message } = options;
  return status >= 400 && status < 500 && status !== TIMED_OUT
    ? new ExecutionFailedError(`${plugin} refused (${status}): ${message}`)
    : new Error(`${plugin} answered ${status}: ${message}`);
}

/** The same where there was no answer: only a connection that was never made is sure to have had no effect. */
export function brokenConnection(plugin: string, error: unknown): Error {
  const cause = isError(error) ? error.cause : undefined;
  const code = isError(cause) ? cause.code : undefined;
  return code === 'ECONNREFUSED'
    ? new ExecutionFailedError(`${plugin} could not be reached`, error)
    : new Error(`The connection to ${plugin} broke`, { cause: error });
}

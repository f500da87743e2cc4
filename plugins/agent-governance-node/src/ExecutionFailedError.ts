import { CustomErrorBase } from '@backstage/errors';
import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * The outside system certainly did not accept the effect: the request ends as failed.
 * Throw anything else, and the outcome is unknown.
 *
 * @public
 */
export class ExecutionFailedError extends CustomErrorBase {
  name = 'ExecutionFailedError' as const;
  /** What the outside system answered, for who waits on the line; recorded as the output of a success is. */
  readonly output?: JsonObject;

  constructor(
    message?: string,
    cause?: Error | unknown,
    options: { output?: JsonObject } = {},
  ) {
    super(message, cause);
    this.output = options.output;
  }
}

import { CustomErrorBase } from '@backstage/errors';

/**
 * The outside system certainly did not accept the effect: the request ends as failed.
 * Throw anything else, and the outcome is unknown.
 *
 * @public
 */
export class ExecutionFailedError extends CustomErrorBase {
  name = 'ExecutionFailedError' as const;
}

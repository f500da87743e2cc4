import { CustomErrorBase } from '@backstage/errors';

/** The body is larger than this route takes. */
export class PayloadTooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

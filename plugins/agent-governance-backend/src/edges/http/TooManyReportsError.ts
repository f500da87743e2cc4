import { CustomErrorBase } from '@backstage/errors';

/** Back-pressure by name: a sender reports faster than the portal takes in. Answered as 429, so that it sends again. */
export class TooManyReportsError extends CustomErrorBase {
  name = 'TooManyReportsError' as const;
  readonly statusCode = 429;
}

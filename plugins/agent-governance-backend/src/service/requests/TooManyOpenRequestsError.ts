import { CustomErrorBase } from '@backstage/errors';

/** Back-pressure by name: the agent has more unfinished requests than it may. Answered as 429. */
export class TooManyOpenRequestsError extends CustomErrorBase {
  name = 'TooManyOpenRequestsError' as const;
  readonly statusCode = 429;

  constructor(limit: number) {
    super(
      `This agent has ${limit} requests that are not done, which is as many as it may; wait for some to end, or withdraw them`,
    );
  }
}

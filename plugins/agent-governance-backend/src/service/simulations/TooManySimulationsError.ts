import { CustomErrorBase } from '@backstage/errors';

/** Back-pressure by name: a person tries out more than the portal decides for one. Answered as 429. */
export class TooManySimulationsError extends CustomErrorBase {
  name = 'TooManySimulationsError' as const;
  readonly statusCode = 429;
}

import { ErrorRequestHandler } from 'express';
import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from './PayloadTooLargeError';

/** Says in the portal's words why a body could not be read. */
export const nameBodyErrors: ErrorRequestHandler = (
  error,
  _req,
  _res,
  next,
) => {
  switch (error.type) {
    case 'entity.too.large':
      next(
        new PayloadTooLargeError(
          `The body is larger than the ${error.limit} bytes the portal takes here`,
        ),
      );
      return;
    case 'entity.parse.failed':
      next(new InputError('The body is no JSON object'));
      return;
    default:
      next(
        error.status >= 400 && error.status < 500
          ? new InputError(`The body cannot be read: ${error.message}`)
          : error,
      );
  }
};

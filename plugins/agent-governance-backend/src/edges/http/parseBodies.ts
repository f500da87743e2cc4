import { ErrorRequestHandler, RequestHandler, Router, json } from 'express';
import { InputError } from '@backstage/errors';
import { PayloadTooLargeError } from './PayloadTooLargeError';

/** What is around an input: target, purpose, names. */
const ENVELOPE_BYTES = 16 * 1024;
/** A report carries many values, each with its own limit behind the door. */
const VALUES_PER_REPORT = 16;

const nameBodyErrors: ErrorRequestHandler = (error, _req, _res, next) => {
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

/**
 * Reads JSON bodies, each route's up to what it can need.
 *
 * @param limits - the configured limits of an action's input and of one context value, in bytes
 */
export function parseBodies(limits: {
  inputBytes: number;
  contextValueBytes: number;
}): Array<RequestHandler | ErrorRequestHandler> {
  const reports = Router();
  reports.post(
    '/v1/context-reports',
    json({
      limit: limits.contextValueBytes * VALUES_PER_REPORT + ENVELOPE_BYTES,
    }),
  );
  // A body that was read already is left alone by the second reader.
  return [
    reports,
    json({ limit: limits.inputBytes + ENVELOPE_BYTES }),
    nameBodyErrors,
  ];
}

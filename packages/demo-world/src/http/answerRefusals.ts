import { ErrorRequestHandler } from 'express';

/** Refusals are answers; anything else is trouble of our own and says no more than that. */
export function answerRefusals(
  log: (message: string) => void,
): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const status: number = error.status ?? 500;
    if (status >= 500) {
      log(`${error}`);
    }
    res.status(status).json({
      error: status === 500 ? 'Something broke' : error.message,
    });
  };
}

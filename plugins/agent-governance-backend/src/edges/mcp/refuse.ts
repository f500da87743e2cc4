import { ErrorRequestHandler, Response } from 'express';

/** A refusal before the protocol begins, in a form that its clients show. */
export function refuse(
  response: Response,
  status: number,
  message: string,
): void {
  response
    .status(status)
    .json({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null });
}

/** Bodies that are too large, or no JSON. */
export const refuseBody: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  const { status } = error as { status?: number };
  if (response.headersSent || status === undefined || status >= 500) {
    next(error);
    return;
  }
  refuse(
    response,
    status,
    status === 413 ? 'The body is too large' : 'The body is not JSON',
  );
};

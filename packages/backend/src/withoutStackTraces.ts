import { RequestHandler } from 'express';

/** Several plugins answer errors by themselves and, in development, tell where in the code they came from. */
export const withoutStackTraces: RequestHandler = (_req, res, next) => {
  const answer = res.json;
  res.json = body => answer.call(res, redact(body));
  next();
};

function redact(body: any): unknown {
  if (body?.error?.stack === undefined) {
    return body;
  }
  const { stack, ...error } = body.error;
  return { ...body, error };
}

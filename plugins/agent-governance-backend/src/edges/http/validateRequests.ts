import { ErrorRequestHandler, RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { InputError } from '@backstage/errors';
import { spec } from '../../schema/generated/spec';

const nameFailingPaths: ErrorRequestHandler = (error, _req, _res, next) => {
  const isRefusal = error.status >= 400 && error.status < 500;
  if (!isRefusal) {
    next(error);
    return;
  }
  const problems: Array<{ path: string; message: string }> = error.errors ?? [];
  next(
    new InputError(
      problems.length > 0
        ? problems.map(problem => describeProblem(problem)).join('; ')
        : error.message,
    ),
  );
};

/**
 * Holds every request against the contract: what does not fit never reaches a handler.
 *
 * @param options - `responses`: answers are held against it too; for tests, where drift should fail
 */
export function validateRequests(options: {
  responses: boolean;
}): Array<RequestHandler | ErrorRequestHandler> {
  return [
    ...middleware({
      apiSpec: spec,
      useRequestUrl: true,
      ignoreUndocumented: true,
      // The framework has read the token already.
      validateSecurity: false,
      // Bodies are bounded and the schemas ours, so that naming every failing path costs little.
      validateRequests: { allErrors: true, coerceTypes: false },
      validateResponses: options.responses && { allErrors: true },
    }),
    nameFailingPaths,
  ];
}

function describeProblem(problem: { path: string; message: string }): string {
  return `${problem.path.replace(/^\//, '').replaceAll('/', '.')} ${
    problem.message
  }`;
}

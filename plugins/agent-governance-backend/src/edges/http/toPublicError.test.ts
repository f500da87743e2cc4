import { Request, Response } from 'express';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { TooManyOpenRequestsError } from '../../service/requests/TooManyOpenRequestsError';
import { toPublicError } from './toPublicError';

const logger = mockServices.logger.mock({ child: () => logger });

const headers = new Map<string, string>();
const response = {
  set: (name: string, value: string) => headers.set(name, value),
} as unknown as Response;

function shown(thrown: unknown): Error & { statusCode?: number } {
  const next = jest.fn();
  toPublicError({ logger })(thrown, {} as Request, response, next);
  return next.mock.calls[0][0];
}

describe('toPublicError', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    headers.clear();
  });

  it.each([
    new InputError("'input' is too large"),
    new ConflictError('The request is withdrawn'),
    new ServiceUnavailableError('The catalog does not answer'),
    new TooManyOpenRequestsError(50),
  ])('passes on what is meant for the caller: $name', error => {
    expect(shown(error)).toBe(error);
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('says when to come back who asked for too much', () => {
    shown(new ConflictError('The request is withdrawn'));
    expect(headers.size).toBe(0);
    shown(new TooManyOpenRequestsError(50));
    expect([...headers]).toEqual([['Retry-After', '2']]);
  });

  it.each([
    new Error('insert into "action_request" failed at 10.0.0.7'),
    new TypeError('Cannot read properties of undefined'),
    'a text',
    undefined,
  ])('keeps anything else to the log: %p', thrown => {
    const error = shown(thrown);
    expect(error.message).toMatch(
      /^Something went wrong in the portal; its log says more, under [0-9a-f-]{36}$/,
    );
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('does not pass on what another service said to the portal', () => {
    const refused = Object.assign(new Error('Unauthorized: token of plugin'), {
      name: 'ResponseError',
      statusCode: 401,
    });
    const error = shown(refused);
    expect(error.name).toBe('ServiceUnavailableError');
    expect(error.message).not.toContain('Unauthorized');
  });

  it('never shows a stack', () => {
    expect(shown(new InputError('x')).stack).toBeUndefined();
    expect(shown(new Error('x')).stack).toBeUndefined();
  });
});

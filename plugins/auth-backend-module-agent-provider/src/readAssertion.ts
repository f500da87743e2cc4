import type { Request } from 'express';
import { AgentSignInError } from './AgentSignInError';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Takes the assertion from the body of a sign-in request, JSON or the form of RFC 7523 §2.2.
 *
 * @throws AgentSignInError when there is none. A form must name the type of assertion; JSON may.
 */
export function readAssertion(req: Request): unknown {
  const body: unknown = req.body;
  if (req.method !== 'POST' || typeof body !== 'object' || body === null) {
    throw new AgentSignInError('missing', 'the request has no body');
  }
  const { client_assertion: assertion, client_assertion_type: type } =
    body as Record<string, unknown>;
  const mayOmitType = Boolean(req.is('application/json'));
  if (type !== ASSERTION_TYPE && !(type === undefined && mayOmitType)) {
    throw new AgentSignInError(
      'missing',
      `client_assertion_type must be ${ASSERTION_TYPE}`,
    );
  }
  return assertion;
}

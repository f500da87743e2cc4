import { decodeJwt, decodeProtectedHeader } from 'jose';
import { AgentSignInError } from '../AgentSignInError';
import { ParsedAssertion } from './ParsedAssertion';

const MAX_ASSERTION_BYTES = 16 * 1024;
/** What RFC 7515 and RFC 7519 call a JWT, and what the successor of RFC 7523 calls an assertion; upper case. */
const ALLOWED_TYPES = ['JWT', 'JOSE', 'CLIENT-AUTHENTICATION+JWT'];

/**
 * Reads an assertion without believing it.
 *
 * @throws AgentSignInError when it is no compact JWT of an acceptable size and type
 */
export function parseAssertion(assertion: unknown): ParsedAssertion {
  if (typeof assertion !== 'string' || assertion === '') {
    throw new AgentSignInError('missing', 'client_assertion must be a text');
  }
  if (Buffer.byteLength(assertion) > MAX_ASSERTION_BYTES) {
    throw new AgentSignInError(
      'too-large',
      `the assertion has more than ${MAX_ASSERTION_BYTES} bytes`,
    );
  }
  const parsed = decode(assertion);
  const { typ, crit } = parsed.header;
  if (typ !== undefined && !ALLOWED_TYPES.includes(String(typ).toUpperCase())) {
    throw new AgentSignInError(
      'wrong-type',
      `type ${JSON.stringify(typ)} is not that of an assertion`,
      subjectOf(parsed),
    );
  }
  if (crit !== undefined) {
    throw new AgentSignInError(
      'malformed',
      'it names critical extensions, of which none is supported',
      subjectOf(parsed),
    );
  }
  return parsed;
}

/** @throws AgentSignInError when the assertion names an algorithm that is not among those allowed */
export function assertAlgorithm(
  parsed: ParsedAssertion,
  allowed: readonly string[],
): void {
  const { alg } = parsed.header;
  if (typeof alg !== 'string' || !allowed.includes(alg)) {
    throw new AgentSignInError(
      'algorithm-not-allowed',
      `algorithm ${JSON.stringify(alg)} is not accepted`,
      subjectOf(parsed),
    );
  }
}

function decode(compact: string): ParsedAssertion {
  try {
    return {
      compact,
      header: decodeProtectedHeader(compact),
      payload: decodeJwt(compact),
    };
  } catch {
    throw new AgentSignInError('malformed', 'it is not a compact JWT');
  }
}

function subjectOf({ payload }: ParsedAssertion): { agentRef?: string } {
  return typeof payload.sub === 'string' ? { agentRef: payload.sub } : {};
}

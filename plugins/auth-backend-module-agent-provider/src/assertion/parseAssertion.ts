import { decodeJwt, decodeProtectedHeader } from 'jose';
import { AgentSignInError } from '../AgentSignInError';
import { ParsedAssertion } from './ParsedAssertion';

const MAX_ASSERTION_BYTES = 16 * 1024;
const ALLOWED_ALGORITHMS = ['ES256', 'EdDSA', 'RS256'];

/**
 * Reads an assertion without believing it.
 *
 * @throws AgentSignInError when it is no compact JWT of an acceptable size, algorithm and type
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
  const { alg, typ, crit } = parsed.header;
  if (typeof alg !== 'string' || !ALLOWED_ALGORITHMS.includes(alg)) {
    throw new AgentSignInError(
      'algorithm-not-allowed',
      `algorithm ${JSON.stringify(alg)} is not accepted`,
      subjectOf(parsed),
    );
  }
  if (typ !== undefined && String(typ).toUpperCase() !== 'JWT') {
    throw new AgentSignInError(
      'wrong-type',
      `type ${JSON.stringify(typ)} is not JWT`,
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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { JWTPayload } from 'jose';
import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentSignInError, AgentSignInFailure } from '../AgentSignInError';
import { assertIsNow, isTime } from './claimTimes';
import { AssertionClaims } from './ParsedAssertion';

const MAX_LIFETIME_SECONDS = 300;
const MAX_JTI_LENGTH = 256;

/**
 * Checks the claims of an assertion (RFC 7523 §3).
 *
 * @remarks
 *
 * There must be exactly one audience: an assertion good for two places could be carried from one to the other.
 *
 * @param options - `now` and `clockToleranceMs` in milliseconds
 * @throws AgentSignInError naming the claim that does not fit
 */
export function checkClaims(
  payload: JWTPayload,
  options: { audience: string; clockToleranceMs: number; now: number },
): AssertionClaims {
  const agentRef = checkSubject(payload);
  const refuse = (reason: AgentSignInFailure, message: string) =>
    new AgentSignInError(reason, message, { agentRef });

  const [audience, ...others] = [payload.aud].flat();
  if (audience !== options.audience || others.length > 0) {
    throw refuse('wrong-audience', `aud must be ${options.audience} alone`);
  }
  const { iat, exp, nbf, jti } = payload;
  if (!isTime(iat) || !isTime(exp) || (nbf !== undefined && !isTime(nbf))) {
    throw refuse('malformed', 'iat and exp must be times, nbf too if present');
  }
  if (exp <= iat || exp - iat > MAX_LIFETIME_SECONDS) {
    throw refuse(
      'lives-too-long',
      `exp must be at most ${MAX_LIFETIME_SECONDS} seconds after iat`,
    );
  }
  assertIsNow({ from: Math.max(iat, nbf ?? iat), exp }, options, refuse);
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_JTI_LENGTH) {
    throw refuse('bad-jti', `jti must have 1 to ${MAX_JTI_LENGTH} characters`);
  }
  const expiresAt = new Date(exp * 1000 + options.clockToleranceMs);
  return { agentRef, use: { issuer: agentRef, jti, expiresAt } };
}

function checkSubject({ iss, sub }: JWTPayload): string {
  if (typeof sub !== 'string' || !isAgentRef(sub)) {
    throw new AgentSignInError(
      'subject-not-agent',
      'sub must be the entity reference of an agent',
      typeof sub === 'string' ? { agentRef: sub } : {},
    );
  }
  if (stringifyEntityRef(parseEntityRef(sub)) !== sub) {
    throw new AgentSignInError(
      'subject-not-agent',
      'sub must be a full reference in lower case, such as agent:default/bot',
      { agentRef: sub },
    );
  }
  if (iss !== sub) {
    throw new AgentSignInError('issuer-not-subject', 'iss must equal sub', {
      agentRef: sub,
    });
  }
  return sub;
}

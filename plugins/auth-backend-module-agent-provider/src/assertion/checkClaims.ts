import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { JWTPayload } from 'jose';
import { isAgentRef } from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentSignInError, AgentSignInFailure } from '../AgentSignInError';
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
  const now = options.now / 1000;
  const tolerance = options.clockToleranceMs / 1000;
  if (exp + tolerance <= now) {
    throw refuse('expired', `it expired at ${exp}, now is ${now}`);
  }
  if (Math.max(iat, nbf ?? iat) - tolerance > now) {
    throw refuse('not-yet-valid', `iat or nbf is after now, which is ${now}`);
  }
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_JTI_LENGTH) {
    throw refuse('bad-jti', `jti must have 1 to ${MAX_JTI_LENGTH} characters`);
  }
  return {
    agentRef,
    jti,
    expiresAt: new Date(exp * 1000 + options.clockToleranceMs),
  };
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

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

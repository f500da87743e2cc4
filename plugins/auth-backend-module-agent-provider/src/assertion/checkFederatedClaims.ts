import { createHash } from 'node:crypto';
import { MAX_FEDERATED_SUBJECT_LENGTH } from '@agentgov/backstage-plugin-agent-governance-common';
import { FederatedIssuer } from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentSignInError, AgentSignInFailure } from '../AgentSignInError';
import { assertIsNow, isTime } from './claimTimes';
import { FederatedClaims, ParsedAssertion } from './ParsedAssertion';

const MAX_JTI_LENGTH = 256;

/**
 * Checks the claims of a token of a federated issuer.
 *
 * @remarks
 *
 * Issuers differ in what they write besides `iss`, `sub`, `aud` and `exp`, so the rest is looked at where it is there.
 * As for agents' own assertions there must be exactly one audience.
 *
 * @param options - `now` and `clockToleranceMs` in milliseconds
 * @throws AgentSignInError naming the claim that does not fit
 */
export function checkFederatedClaims(
  assertion: ParsedAssertion,
  options: { issuer: FederatedIssuer; clockToleranceMs: number; now: number },
): FederatedClaims {
  const { issuer, clockToleranceMs, now } = options;
  const { sub, aud, iat, exp, nbf } = assertion.payload;
  const refuse = (reason: AgentSignInFailure, message: string) =>
    new AgentSignInError(reason, `as ${issuer.id} issued it, ${message}`);

  if (typeof sub !== 'string' || sub === '') {
    throw refuse('bad-subject', 'sub must be a text');
  }
  if (sub.length > MAX_FEDERATED_SUBJECT_LENGTH) {
    throw refuse('bad-subject', 'sub is too long');
  }
  const [audience, ...others] = [aud].flat();
  if (audience !== issuer.audience || others.length > 0) {
    throw refuse('wrong-audience', `aud must be ${issuer.audience} alone`);
  }
  if (
    !isTime(exp) ||
    [iat, nbf].some(time => time !== undefined && !isTime(time))
  ) {
    throw refuse('malformed', 'exp must be a time, iat and nbf too if present');
  }
  const from = Math.max(iat ?? nbf ?? 0, nbf ?? 0);
  const lifetime = exp - (from || now / 1000);
  if (lifetime > issuer.maxTokenLifetimeMs / 1000) {
    throw refuse('lives-too-long', `it lives for ${lifetime} seconds`);
  }
  assertIsNow({ from, exp }, options, refuse);
  return {
    subject: sub,
    use: {
      issuer: issuer.issuer,
      jti: readId(assertion, refuse),
      expiresAt: new Date(exp * 1000 + clockToleranceMs),
    },
  };
}

/**
 * The id of a token, or for want of one the digest of what was signed. Not of the whole: of one content there may be
 * several valid signatures.
 */
function readId(
  { compact, payload }: ParsedAssertion,
  refuse: (reason: AgentSignInFailure, message: string) => AgentSignInError,
): string {
  const { jti } = payload;
  if (jti === undefined) {
    const signed = compact.slice(0, compact.lastIndexOf('.'));
    return `sha256:${createHash('sha256').update(signed).digest('hex')}`;
  }
  if (typeof jti !== 'string' || jti === '' || jti.length > MAX_JTI_LENGTH) {
    throw refuse('bad-jti', `jti must have 1 to ${MAX_JTI_LENGTH} characters`);
  }
  return jti;
}

import { AGENT_FEDERATED_CLAIM, AGENT_KEY_CLAIM } from './agentClaims';
import { AgentProof } from './AgentProof';

/**
 * What the token of an agent says of how the agent proved itself.
 *
 * @public
 */
export function toAgentProofClaims(
  proof: AgentProof,
): Record<string, string | Record<string, string>> {
  if (proof.federated === undefined) {
    return { [AGENT_KEY_CLAIM]: proof.keyThumbprint };
  }
  const { issuerId, issuer, subject } = proof.federated;
  return {
    [AGENT_FEDERATED_CLAIM]: { id: issuerId, iss: issuer, sub: subject },
  };
}

/**
 * How an agent proved itself when it got its token; a key that nobody has where the token does not say.
 *
 * @remarks
 *
 * The platform has verified the token by now. One that names no proof was not given to an agent at its own sign-in: it
 * was minted to act for it, cut down for a cookie, or issued by another provider. None of these is an agent asking for
 * itself, so they match no key.
 *
 * @param token - a compact JWT; undefined and anything else is a token that says nothing
 *
 * @public
 */
export function readAgentProof(token: string | undefined): AgentProof {
  const claims = readClaims(token);
  const federated = claims[AGENT_FEDERATED_CLAIM] as
    | Record<string, unknown>
    | undefined;
  const thumbprint = claims[AGENT_KEY_CLAIM];
  if (typeof thumbprint === 'string') {
    return { keyThumbprint: thumbprint };
  }
  const { id, iss, sub } = federated ?? {};
  return typeof id === 'string' &&
    typeof iss === 'string' &&
    typeof sub === 'string'
    ? { federated: { issuerId: id, issuer: iss, subject: sub } }
    : { keyThumbprint: '' };
}

function readClaims(token: string | undefined): Record<string, unknown> {
  try {
    const payload = Buffer.from(token?.split('.')[1] ?? '', 'base64url');
    const claims: unknown = JSON.parse(payload.toString('utf8'));
    return { ...(claims as object | null) };
  } catch {
    return {};
  }
}

import { JWTPayload, ProtectedHeaderParameters } from 'jose';

/** An assertion as it reads, nothing of it proven yet. */
export type ParsedAssertion = {
  /** The compact serialisation. */
  compact: string;
  header: ProtectedHeaderParameters;
  payload: JWTPayload;
};

/** What makes an assertion this one and no other, so that it can be used up. */
export type AssertionUse = {
  /** Who issued it: ids are unique only to their issuer. */
  issuer: string;
  /** Its jti claim, or for want of one a digest of what was signed. */
  jti: string;
  /** From then on it is refused as expired anyway. */
  expiresAt: Date;
};

/** The claims of an agent's own assertion once they fit; still unproven until the signature is verified. */
export type AssertionClaims = {
  /** The agent's full reference, lower case. */
  agentRef: string;
  use: AssertionUse;
};

/** The claims of a federated token once they fit; still unproven until the signature is verified. */
export type FederatedClaims = {
  subject: string;
  use: AssertionUse;
};

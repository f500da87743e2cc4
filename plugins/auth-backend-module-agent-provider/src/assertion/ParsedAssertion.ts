import { JWTPayload, ProtectedHeaderParameters } from 'jose';

/** An assertion as it reads, nothing of it proven yet. */
export type ParsedAssertion = {
  /** The compact serialisation. */
  compact: string;
  header: ProtectedHeaderParameters;
  payload: JWTPayload;
};

/** The claims of an assertion once they fit; still unproven until the signature is verified. */
export type AssertionClaims = {
  /** The agent's full reference, lower case. */
  agentRef: string;
  jti: string;
  expiresAt: Date;
};

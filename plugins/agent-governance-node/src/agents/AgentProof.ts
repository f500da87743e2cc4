/**
 * The federated identity an agent proved itself with.
 *
 * @public
 */
export type FederatedProof = {
  /** Id of the issuer in the configuration. */
  issuerId: string;
  /** The issuer's `iss`, so that an id given to another issuer later proves nothing. */
  issuer: string;
  /** The `sub` claim of its token. */
  subject: string;
};

/**
 * What an agent proved itself with when it signed in: a key of its own, by RFC 7638 thumbprint, or a token of an issuer
 * the portal believes.
 *
 * @public
 */
export type AgentProof =
  | { keyThumbprint: string; federated?: undefined }
  | { keyThumbprint?: undefined; federated: FederatedProof };

/**
 * An issuer of tokens outside the portal that agents may prove themselves with: one entry of
 * `agentGovernance.federation.issuers`.
 *
 * @public
 */
export type FederatedIssuer = {
  /** The name agents' entities call it by. */
  id: string;
  /** What the `iss` claim of its tokens must be, exactly. */
  issuer: string;
  /** Where its keys are; found through the issuer's discovery document when undefined. */
  jwksUrl?: string;
  /** What its tokens must be addressed to, alone. */
  audience: string;
  /** The signature algorithms accepted from it, never a symmetric one. */
  algorithms: FederatedAlgorithm[];
  /** Whether its keys may lie at a private, loopback or link-local address, and be fetched without TLS. */
  allowPrivateAddresses: boolean;
  /** File with the certificates, in PEM, that its server is known by; those of the system when undefined. */
  caFile?: string;
  /** How long its tokens may live at most, in milliseconds. */
  maxTokenLifetimeMs: number;
  /** How long its keys are used before they are fetched again, in milliseconds. */
  keysMaxAgeMs: number;
  /** How long after a fetch an unknown key may cause another one, in milliseconds; also after one that failed. */
  keysMinIntervalMs: number;
  /** How long fetching one document may take, from name service to last byte, in milliseconds. */
  timeoutMs: number;
};

/**
 * Signature algorithms a federated issuer may use. Each needs a key pair, so no key of an issuer can ever serve as a
 * shared secret.
 *
 * @public
 */
export const FEDERATED_ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
] as const;

/** One of {@link FEDERATED_ALGORITHMS}. @public */
export type FederatedAlgorithm = (typeof FEDERATED_ALGORITHMS)[number];

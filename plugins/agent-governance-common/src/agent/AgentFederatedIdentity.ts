/**
 * Who an agent is to an issuer of tokens outside the portal, such as a Kubernetes cluster.
 *
 * @remarks
 *
 * Only the pair identifies: a subject means nothing without its issuer.
 *
 * @public
 */
export type AgentFederatedIdentity = {
  /** The id the issuer has in the portal's configuration, `agentGovernance.federation.issuers.<id>`. */
  issuer: string;
  /** The `sub` claim of the issuer's tokens, compared character by character. */
  subject: string;
};

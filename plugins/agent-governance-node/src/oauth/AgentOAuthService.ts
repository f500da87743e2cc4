/**
 * The MCP gateway as a resource that OAuth protects (RFC 9728).
 *
 * @public
 */
export type AgentProtectedResource = {
  /** The gateway's address, which clients quote as the `resource` they want a token for (RFC 8707). */
  resource: string;
  /** Where the resource's metadata is served: on the portal's root router. */
  metadataUrl: string;
  /** The issuer identifier of the authorization server for agents. */
  issuer: string;
  /** The one scope there is. What an agent may do is decided request by request, never by a scope. */
  scopes: string[];
};

/**
 * How agents find out where to sign in.
 *
 * @public
 */
export interface AgentOAuthService {
  /** The MCP gateway as agents' OAuth clients see it; nothing when `agentGovernance.oauth` is not configured. */
  getProtectedResource(): Promise<AgentProtectedResource | undefined>;
  /**
   * The value of the header `WWW-Authenticate` of a 401 (RFC 6750 §3, RFC 9728 §5.1).
   *
   * @param options - `error`: why, when the request had a token; left out when it had none
   */
  challenge(options?: { error?: 'invalid_token' }): Promise<string>;
}

/**
 * Where the authorization server for agents is: `agentGovernance.oauth`.
 *
 * @public
 */
export type AgentOAuthConfig = {
  /**
   * With an issuer of its own origin: that issuer, exactly as it is written into metadata and compared with `aud`, and
   * the address its listener is at. Otherwise the authorization server is below the portal's auth plugin.
   */
  own?: { issuer: string; listen: { host: string; port: number } };
  /** How often one client may ask for a token. */
  rateLimit: { burst: number; perMinute: number };
};

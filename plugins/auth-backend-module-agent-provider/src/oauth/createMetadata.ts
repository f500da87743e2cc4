import { AgentProtectedResource } from '@agentgov/backstage-plugin-agent-governance-node';
import { GRANT_TYPES } from './readTokenRequest';

/**
 * What clients are told of the authorization server (RFC 8414 §2).
 *
 * @remarks
 *
 * There is no `jwks_uri`: tokens are the portal's own and for the portal alone. `authorization_endpoint` and an empty
 * `response_types_supported` are there because clients refuse metadata without them, although with these grants the one
 * may be left out and the other says nothing.
 */
export function createServerMetadata(
  { issuer, scopes }: AgentProtectedResource,
  options: { algorithms: readonly string[] },
) {
  return {
    issuer,
    token_endpoint: `${issuer}/token`,
    authorization_endpoint: `${issuer}/authorize`,
    response_types_supported: [],
    grant_types_supported: GRANT_TYPES,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: options.algorithms,
    scopes_supported: scopes,
  };
}

/** What clients are told of the gateway (RFC 9728 §2). */
export function createResourceMetadata({
  resource,
  issuer,
  scopes,
}: AgentProtectedResource) {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
    resource_name: 'Agent governance',
  };
}

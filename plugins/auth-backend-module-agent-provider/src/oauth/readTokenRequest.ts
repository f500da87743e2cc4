import { AGENT_OAUTH_SCOPE } from '@agentgov/backstage-plugin-agent-governance-node';
import { AgentSignInError } from '../AgentSignInError';
import { OAuthError } from './OAuthError';

/** An assertion given to authenticate the client (RFC 7523 §2.2). */
const CLIENT_CREDENTIALS = 'client_credentials';
/** An assertion given as the grant itself (RFC 7523 §2.1). */
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The grants there are. */
export const GRANT_TYPES = [CLIENT_CREDENTIALS, JWT_BEARER];

/** What a client asks a token endpoint for. */
export type TokenRequest = {
  grant: 'client' | 'assertion';
  assertion: string;
  clientId?: string;
};

/**
 * Reads the form of a token request.
 *
 * @param options - `resources`: what tokens may be asked for (RFC 8707)
 * @throws OAuthError when the request is wrong; AgentSignInError when it authenticates nobody
 */
export function readTokenRequest(
  body: unknown,
  options: { resources: readonly string[] },
): TokenRequest {
  const form = { ...(body as Record<string, unknown>) };
  const parameter = (name: string) => readOnce(form, name);
  const grantType = parameter('grant_type');
  if (grantType === undefined) {
    throw new OAuthError('invalid_request', 'grant_type is missing');
  }
  if (!GRANT_TYPES.includes(grantType)) {
    throw new OAuthError(
      'unsupported_grant_type',
      `grant_type must be one of ${GRANT_TYPES.join(', ')}`,
    );
  }
  assertScope(parameter('scope'));
  assertResources(form.resource, options.resources);
  if (parameter('client_secret') !== undefined) {
    throw new AgentSignInError(
      'unsupported-authentication',
      'it came with a secret, and agents have none',
    );
  }
  const clientId = parameter('client_id');
  const assertion =
    grantType === JWT_BEARER
      ? readGrant(parameter)
      : readClientAssertion(parameter);
  return {
    grant: grantType === JWT_BEARER ? 'assertion' : 'client',
    assertion,
    ...(clientId === undefined ? {} : { clientId }),
  };
}

type Parameter = (name: string) => string | undefined;

/** The assertion says who it is for; a client that authenticates besides would be a second one. */
function readGrant(parameter: Parameter): string {
  if (parameter('client_assertion') !== undefined) {
    throw new OAuthError(
      'invalid_request',
      'Either assertion or client_assertion may be given, not both',
    );
  }
  const assertion = parameter('assertion');
  if (assertion === undefined) {
    throw new OAuthError('invalid_request', 'assertion is missing');
  }
  return assertion;
}

function readClientAssertion(parameter: Parameter): string {
  const assertion = parameter('client_assertion');
  const type = parameter('client_assertion_type');
  if (assertion === undefined || type !== ASSERTION_TYPE) {
    throw new AgentSignInError(
      'missing',
      `it needs a client_assertion, and a client_assertion_type of ${ASSERTION_TYPE}`,
    );
  }
  return assertion;
}

/** RFC 6749 §3.2: parameters must not be repeated, and those without a value are as good as left out. */
function readOnce(
  form: Record<string, unknown>,
  name: string,
): string | undefined {
  const value = form[name];
  if (value === undefined || value === '') {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw new OAuthError('invalid_request', `${name} may be given once`);
  }
  return value;
}

function assertScope(scope: string | undefined) {
  const others = (scope ?? '')
    .split(' ')
    .filter(it => it !== '' && it !== AGENT_OAUTH_SCOPE);
  if (others.length > 0) {
    throw new OAuthError(
      'invalid_scope',
      `The only scope is ${AGENT_OAUTH_SCOPE}`,
    );
  }
}

function assertResources(resource: unknown, allowed: readonly string[]) {
  const asked = [resource ?? []].flat().filter(it => it !== '');
  if (asked.some(it => !allowed.includes(String(it)))) {
    throw new OAuthError(
      'invalid_target',
      `resource must be ${allowed.join(' or ')}`,
    );
  }
}

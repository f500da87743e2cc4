/** The error codes of a token endpoint (RFC 6749 §5.2, RFC 8707 §2), and one for when it cannot tell. */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'invalid_target'
  | 'temporarily_unavailable';

/** What a client of the authorization server is told. Its message is the `error_description`. */
export class OAuthError extends Error {
  readonly name = 'OAuthError';
  readonly code: OAuthErrorCode;
  readonly status: number;

  constructor(
    code: OAuthErrorCode,
    description: string,
    options?: { status?: number },
  ) {
    super(description);
    this.code = code;
    this.status = options?.status ?? 400;
  }
}

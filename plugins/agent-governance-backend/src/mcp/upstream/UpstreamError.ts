/**
 * A server behind the gateway did not answer as it should.
 *
 * Its message goes to agents and people: it names neither where the server is nor what it was sent.
 */
export class UpstreamError extends Error {
  /** Whether the server certainly did not do what it was asked; otherwise nobody can tell. */
  readonly isCertain: boolean;

  constructor(
    message: string,
    options: { isCertain: boolean; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.name = 'UpstreamError';
    this.isCertain = options.isCertain;
  }
}

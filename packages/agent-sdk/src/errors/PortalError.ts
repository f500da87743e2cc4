import { AgentError } from './AgentError';

/** What is known of a failure to be understood by the portal. @public */
export interface PortalErrorOptions {
  /** The HTTP status it answered with, if it answered. */
  status?: number;
  /** Of a question that was asked under a key: ask again with it, and nothing is done twice. */
  idempotencyKey?: string;
  cause?: unknown;
}

/**
 * The portal took no request in, or did not answer.
 *
 * @public
 */
export abstract class PortalError extends AgentError {
  readonly status?: number;
  readonly idempotencyKey?: string;

  constructor(message: string, options: PortalErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.status = options.status;
    this.idempotencyKey = options.idempotencyKey;
  }
}

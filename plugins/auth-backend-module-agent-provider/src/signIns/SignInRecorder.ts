import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { AgentProof } from '@agentgov/backstage-plugin-agent-governance-node';
import { SignInStore } from './SignInStore';

/** How often the use of one key or identity is written down at most, in milliseconds. */
const RECORD_EVERY_MS = 60_000;

/**
 * Has sign-ins written down, for people to see which keys and identities are in use.
 *
 * Nothing is decided by it, so an agent may sign in though it could not be written down; then it is in the log.
 */
export class SignInRecorder {
  readonly #store: SignInStore;
  readonly #logger: LoggerService;
  readonly #now: () => number;

  /** @param options - `now`: the time of day in milliseconds since 1970 */
  static create(options: {
    store: SignInStore;
    logger: LoggerService;
    now: () => number;
  }) {
    return new SignInRecorder(options);
  }

  private constructor(options: {
    store: SignInStore;
    logger: LoggerService;
    now: () => number;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Never throws. */
  async record(signIn: {
    agentRef: string;
    proof: AgentProof;
    expiresAt: Date;
  }): Promise<void> {
    const { agentRef, proof, expiresAt } = signIn;
    try {
      await this.#store.record({
        agentRef,
        proof,
        at: new Date(this.#now()),
        tokenExpiresAt: expiresAt,
        everyMs: RECORD_EVERY_MS,
      });
    } catch (error) {
      this.#logger.warn(
        `Could not write down that ${agentRef} signed in, ${stringifyError(
          error,
        )}`,
      );
    }
  }
}

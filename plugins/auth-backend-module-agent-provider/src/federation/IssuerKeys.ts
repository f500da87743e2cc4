import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { FederatedIssuer } from '@agentgov/backstage-plugin-agent-governance-node';
import { compactVerify, createLocalJWKSet, errors, JSONWebKeySet } from 'jose';
import { AgentSignInError } from '../AgentSignInError';
import { ParsedAssertion } from '../assertion/ParsedAssertion';

type KnownKeys = {
  select: ReturnType<typeof createLocalJWKSet>;
  fetchedAt: number;
};

/**
 * The public keys of one issuer, fetched when they are needed and remembered for a while.
 *
 * @remarks
 *
 * Issuers announce a new key before they use it or just use it, so a key nobody knows is reason to look again; but not
 * more often than configured, since anyone can make up such keys. Keys too old to be used are not used, even while new
 * ones cannot be had: one may be gone because it was stolen.
 */
export class IssuerKeys {
  readonly #issuer: FederatedIssuer;
  readonly #fetch: (issuer: FederatedIssuer) => Promise<JSONWebKeySet>;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #known: KnownKeys | undefined;
  #askedAt = -Infinity;
  #asking: Promise<KnownKeys> | undefined;

  /** @param options - `now`: a monotonic clock in milliseconds */
  static create(options: {
    issuer: FederatedIssuer;
    fetch: (issuer: FederatedIssuer) => Promise<JSONWebKeySet>;
    logger: LoggerService;
    now: () => number;
  }) {
    return new IssuerKeys(options);
  }

  private constructor(options: {
    issuer: FederatedIssuer;
    fetch: (issuer: FederatedIssuer) => Promise<JSONWebKeySet>;
    logger: LoggerService;
    now: () => number;
  }) {
    this.#issuer = options.issuer;
    this.#fetch = options.fetch;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /**
   * Verifies that a token is signed with a key of the issuer.
   *
   * @throws AgentSignInError when it is not; ServiceUnavailableError when the keys could not be had
   */
  async verify({ compact }: ParsedAssertion): Promise<void> {
    const known = await this.#current();
    if (await this.#isSigned(compact, known)) {
      return;
    }
    const newer = await this.#newerThan(known);
    if (newer && (await this.#isSigned(compact, newer))) {
      return;
    }
    throw this.#refuse('unknown-key', 'has no such key');
  }

  /**
   * Whether a key signed it; no when the key it names is not among them.
   *
   * @throws AgentSignInError when the key is there and did not sign it
   */
  async #isSigned(compact: string, { select }: KnownKeys): Promise<boolean> {
    try {
      await compactVerify(compact, select, {
        algorithms: this.#issuer.algorithms,
      });
      return true;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) {
        return false;
      }
      if (error instanceof errors.JWKSMultipleMatchingKeys) {
        throw this.#refuse('unknown-key', 'has several keys it could be');
      }
      throw this.#refuse('wrong-signature', 'did not sign it');
    }
  }

  async #current(): Promise<KnownKeys> {
    const { keysMaxAgeMs } = this.#issuer;
    if (this.#known && this.#now() - this.#known.fetchedAt <= keysMaxAgeMs) {
      return this.#known;
    }
    if (!this.#asking && !this.#mayAsk()) {
      throw this.#unavailable();
    }
    return this.#ask();
  }

  /** Keys fetched after others, now if that may be; nothing where it may not. */
  async #newerThan(known: KnownKeys): Promise<KnownKeys | undefined> {
    if (this.#asking || this.#mayAsk()) {
      return this.#ask();
    }
    return this.#known === known ? undefined : this.#known;
  }

  #mayAsk(): boolean {
    return this.#now() - this.#askedAt >= this.#issuer.keysMinIntervalMs;
  }

  /** Fetches the keys; whoever asks meanwhile waits for the same answer. */
  #ask(): Promise<KnownKeys> {
    this.#asking ??= this.#load().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #load(): Promise<KnownKeys> {
    this.#askedAt = this.#now();
    try {
      const keys = await this.#fetch(this.#issuer);
      this.#known = {
        select: createLocalJWKSet(keys),
        fetchedAt: this.#askedAt,
      };
      return this.#known;
    } catch (error) {
      this.#logger.warn(
        `Could not fetch the keys of issuer ${
          this.#issuer.id
        }, ${stringifyError(error)}`,
      );
      throw this.#unavailable();
    }
  }

  #unavailable() {
    return new ServiceUnavailableError(
      'The keys of the issuer could not be had just now; try again',
    );
  }

  #refuse(reason: 'unknown-key' | 'wrong-signature', what: string) {
    return new AgentSignInError(reason, `issuer ${this.#issuer.id} ${what}`);
  }
}

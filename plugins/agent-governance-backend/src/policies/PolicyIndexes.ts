import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CompiledPolicy,
  PolicyIndex,
  compilePolicies,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PolicyStore, StoredPolicySet } from '../store/PolicyStore';
import { PolicyPart, toPolicyPart } from './toPolicyPart';

/** The policies that decide. */
export interface CurrentPolicies {
  /**
   * Those that decide now: what the database says they are when this is called, or later.
   *
   * @throws ServiceUnavailableError when that is not known; then nothing can be decided
   */
  current(): Promise<PolicyIndex>;
}

/**
 * Keeps the policies that decide in memory, ready to be decided with, and asks the database each time whether they still
 * are those: one read of one row. A text is compiled once for as long as it decides.
 */
export class PolicyIndexes implements CurrentPolicies {
  readonly #store: PolicyStore;
  readonly #mustBeListed: boolean;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  #compiled = new Map<string, CompiledPolicy>();
  #loaded?: { revision: number; index: PolicyIndex };
  #loading?: { revision: number; index: Promise<PolicyIndex> };

  /**
   * @param options - `mustBeListed`: there are places that policies count from, so nobody knows which decide before the
   *   catalog's have been listed once
   */
  static create(options: {
    store: PolicyStore;
    mustBeListed: boolean;
    logger: LoggerService;
    now: () => Date;
  }) {
    return new PolicyIndexes(options);
  }

  private constructor(options: {
    store: PolicyStore;
    mustBeListed: boolean;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#mustBeListed = options.mustBeListed;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async current(): Promise<PolicyIndex> {
    const { revision, listedAt } = await this.#store.setRevision();
    if (this.#mustBeListed && listedAt === undefined) {
      throw new ServiceUnavailableError(
        'The policies of the catalog were never listed completely, so it is not known which decide',
      );
    }
    if (this.#loaded?.revision === revision) {
      return this.#loaded.index;
    }
    if (this.#loading?.revision !== revision) {
      const index = this.#load()
        .catch(error => {
          this.#logger.error(
            `The policies that decide could not be loaded, so nothing is decided: ${stringifyError(
              error,
            )}`,
          );
          throw error;
        })
        .finally(() => {
          if (this.#loading?.index === index) {
            this.#loading = undefined;
          }
        });
      this.#loading = { revision, index };
    }
    return this.#loading.index;
  }

  /** At least as new as the revision that was read before. */
  async #load(): Promise<PolicyIndex> {
    const set = await this.#store.current();
    const parts = await this.#partsOf(set);
    const index = compilePolicies(
      parts.flatMap(part => ('loaded' in part ? [part.loaded] : [])),
      parts.flatMap(part => ('held' in part ? [part.held] : [])),
    );
    // kept before anything is decided with it, so that every decision can be made again
    await this.#store.keepTexts(
      [
        {
          digest: index.digest,
          kind: 'policy-manifest',
          bytes: canonicalJson(index.manifest),
        },
      ],
      this.#now(),
    );
    if ((this.#loaded?.revision ?? 0) < set.revision) {
      this.#loaded = { revision: set.revision, index };
    }
    return index;
  }

  async #partsOf({ policies }: StoredPolicySet): Promise<PolicyPart[]> {
    const digests = policies.flatMap(({ textDigest }) => textDigest ?? []);
    const missing = digests.filter(digest => !this.#compiled.has(digest));
    const texts = await this.#store.texts([...new Set(missing)]);
    const parts = policies.map(policy =>
      toPolicyPart(policy, { texts, compiled: this.#compiled }),
    );
    this.#compiled = new Map(
      parts.flatMap(part =>
        'loaded' in part ? [[part.loaded.digest, part.loaded.policy]] : [],
      ),
    );
    return parts;
  }
}

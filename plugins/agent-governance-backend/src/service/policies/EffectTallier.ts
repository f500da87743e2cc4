import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { PolicyEffectOnDecision } from '@agentgov/backstage-plugin-agent-governance-common';
import { readEffects } from '../../store/policyEffectRow';
import {
  PolicyEffectStore,
  UntalliedDecision,
} from '../../store/PolicyEffectStore';

/** So many are understood in one go: live decisions wait no longer than that takes. */
const BATCH = 50;
/** So many batches a look, so that what is left from before is worked off without taking the process over. */
const BATCHES = 20;
/** Days are kept for as long as anybody can ask for them. */
const KEPT_MS = 92 * 24 * 3_600_000;

/**
 * Counts what policies did in decisions, after they were made. Any number of replicas may do so at a time; each decision
 * is counted once.
 */
export class EffectTallier {
  readonly #store: PolicyEffectStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  static create(options: {
    store: PolicyEffectStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    return new EffectTallier(options);
  }

  private constructor(options: {
    store: PolicyEffectStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Counts what there is, up to a thousand decisions. */
  async look(): Promise<void> {
    for (let batch = 0; batch < BATCHES; batch++) {
      const found = await this.#store.untallied(BATCH);
      await this.#store.tally(
        found.map(decision => ({
          ...decision,
          effects: this.#effectsOf(decision),
        })),
      );
      if (found.length < BATCH) {
        return;
      }
    }
  }

  async forgetOld(): Promise<void> {
    await this.#store.forgetBefore(this.#firstDay());
  }

  /** One that cannot be read is not held against the others: it counts for nothing, and that is said. */
  #effectsOf(decision: UntalliedDecision): PolicyEffectOnDecision[] {
    if (decision.effectiveAt < this.#firstDay()) {
      return [];
    }
    try {
      return readEffects(decision.document);
    } catch (error) {
      this.#logger.error(
        `What policies did in decision ${
          decision.id
        } cannot be counted: ${stringifyError(error)}`,
      );
      return [];
    }
  }

  #firstDay(): string {
    return new Date(this.#now().getTime() - KEPT_MS).toISOString().slice(0, 10);
  }
}

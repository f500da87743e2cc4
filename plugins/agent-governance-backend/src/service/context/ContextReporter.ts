import { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ContextReportInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { readEntities } from '../../facts/readEntities';
import { GovernanceConfig } from '../../GovernanceConfig';
import { ContextStore, ReportedFact } from '../../store/ContextStore';
import { ServiceCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { findReportingSource } from './findReportingSource';
import { parseReport } from './parseReport';

interface Options {
  store: ContextStore;
  auth: AuthService;
  catalog: CatalogService;
  config: Pick<GovernanceConfig, 'context' | 'limits'>;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Takes in what sources state about entities, all of a report or nothing of it. */
export class ContextReporter {
  readonly #options: Options;

  static create(options: Options) {
    return new ContextReporter(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError naming what the source may state; InputError naming the field;
   *   ConflictError when the source has said something later already
   */
  async report(
    input: ContextReportInput,
    options: { caller: ServiceCaller },
  ): Promise<{ accepted: number }> {
    const { store, config, notifier } = this.#options;
    const { subject } = options.caller;
    const now = this.#options.now();
    const source = findReportingSource(input, {
      sources: config.context.sources,
      subject,
    });
    const facts = parseReport(input, {
      maxBytes: config.limits.contextValueBytes,
      latest: new Date(now.getTime() + config.context.clockSkewMs),
    });
    await this.#assertExist(facts);
    const added = await store.report({
      source: source.id,
      subject,
      facts,
      now,
    });
    if (added > 0) {
      notifier.changed();
    }
    return { accepted: facts.length };
  }

  async #assertExist(facts: ReportedFact[]): Promise<void> {
    const entities = await readEntities({
      auth: this.#options.auth,
      catalog: this.#options.catalog,
      refs: facts.map(fact => fact.entityRef),
    });
    const missing = facts.find(fact => !entities.has(fact.entityRef));
    if (missing) {
      throw new InputError(
        `facts[${missing.index}].entity: there is no ${missing.entityRef} in the catalog`,
      );
    }
  }
}

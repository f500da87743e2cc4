import { Entity } from '@backstage/catalog-model';
import { policiesOver } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { CatalogReader } from '../../facts/CatalogReader';
import { FactSettings, targetFacts } from '../../facts/catalogFacts';
import { fromSource } from '../../facts/fromSource';
import { CurrentPolicies } from '../../policies/PolicyIndexes';
import { StoredPolicy } from '../../store/PolicyStore';

interface Options {
  policies: CurrentPolicies;
  catalog: CatalogReader;
  settings: FactSettings;
  now: () => Date;
}

/** Which policies decide and could have a say about an entity, whatever is asked of it and wherever. */
export class PolicyCover {
  readonly #options: Options;

  static create(options: Options) {
    return new PolicyCover(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws ServiceUnavailableError when it is not known which policies decide */
  async over(
    entity: Entity,
  ): Promise<(policies: StoredPolicy[]) => Promise<StoredPolicy[]>> {
    const { catalog, policies, settings, now } = this.#options;
    const index = await policies.current();
    // what is not known of it leaves no policy out
    const surroundings = await fromSource('catalog', () =>
      catalog.surroundings({ agent: entity, target: entity }),
    );
    const at = now().toISOString();
    const target = targetFacts.of(entity, at, surroundings, settings);
    const refs = new Set(policiesOver(index, target));
    return async rows => rows.filter(({ ref }) => refs.has(ref));
  }
}

import { AuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { StopScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityContainers } from '../../facts/EntityContainers';
import { readEntities } from '../../facts/readEntities';
import { StopReach, StopStore } from '../../store/StopStore';

/** Finds out which open requests a stop covers that is about a system or a domain: only the catalog knows. */
export class StopTargets {
  readonly #options: {
    auth: AuthService;
    catalog: CatalogService;
    containers: EntityContainers;
    store: Pick<StopStore, 'openTargets'>;
  };

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
    containers: EntityContainers;
    store: Pick<StopStore, 'openTargets'>;
  }) {
    return new StopTargets(options);
  }

  private constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    containers: EntityContainers;
    store: Pick<StopStore, 'openTargets'>;
  }) {
    this.#options = options;
  }

  /**
   * A stop with the targets of open requests it covers. One that is gone from the catalog is covered by its own
   * name alone.
   *
   * @throws ServiceUnavailableError when the catalog cannot answer
   */
  async reachOf(scope: StopScope): Promise<StopReach> {
    const around = scope.kind === 'target' ? scope.ref : scope.on;
    return around === undefined
      ? { scope }
      : { scope, targetRefs: await this.#within(around) };
  }

  async #within(around: string): Promise<string[]> {
    const { containers, store } = this.#options;
    const open = await store.openTargets();
    const entities = await readEntities({ ...this.#options, refs: open });
    const covered = await Promise.all(
      [...entities].map(async ([ref, entity]) =>
        (await containers.of(entity)).includes(around) ? [ref] : [],
      ),
    );
    return [...new Set([around, ...covered.flat()])];
  }
}

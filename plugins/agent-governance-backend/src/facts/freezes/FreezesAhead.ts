import { Entity } from '@backstage/catalog-model';
import {
  FreezeOccurrence,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeStore } from '../../store/FreezeStore';
import { EntityContainers } from '../EntityContainers';
import { FreezeTimes } from './FreezeTimes';
import { coversTarget } from './covers';

const MAX_FREEZES = 100;

/** A freeze and its first occurrence that is not over. */
export interface FreezeAhead extends FreezeOccurrence {
  id: string;
  reason: string;
  owner: string;
  scope: FreezeScope;
}

/** What is frozen, or about to be, over an entity. */
export class FreezesAhead {
  readonly #options: {
    store: Pick<FreezeStore, 'between'>;
    containers: EntityContainers;
    times: FreezeTimes;
  };

  static create(options: {
    store: Pick<FreezeStore, 'between'>;
    containers: EntityContainers;
    times: FreezeTimes;
  }) {
    return new FreezesAhead(options);
  }

  private constructor(options: {
    store: Pick<FreezeStore, 'between'>;
    containers: EntityContainers;
    times: FreezeTimes;
  }) {
    this.#options = options;
  }

  /** In force, or beginning not later than `until`; the first to begin first. */
  async over(
    entity: Entity,
    options: { now: Date; until: Date },
  ): Promise<FreezeAhead[]> {
    const { store, containers, times } = this.#options;
    const window = {
      from: options.now,
      to: new Date(options.until.getTime() + 1),
    };
    const freezes = await store.between({
      ...window,
      covering: await containers.of(entity),
      ended: false,
      limit: MAX_FREEZES,
    });
    return freezes
      .filter(({ scope }) => coversTarget(scope.targets, entity))
      .flatMap(freeze => {
        const { id, reason, owner, scope } = freeze;
        return times
          .between(freeze, window, 1)
          .map(({ from, to }) => ({ id, reason, owner, from, to, scope }));
      })
      .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  }
}

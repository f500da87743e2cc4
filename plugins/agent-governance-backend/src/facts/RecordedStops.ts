import {
  Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { StopFactValue } from '@agentgov/backstage-plugin-agent-governance-common';
import { StopStore, StoredStop } from '../store/StopStore';
import { EntityContainers } from './EntityContainers';
import { relatedRefs } from './relations';
import { StopSource } from './sources';

/** Stops as people pulled them, read from the database each time. */
export class RecordedStops implements StopSource {
  readonly #store: Pick<StopStore, 'inForce'>;
  readonly #containers: EntityContainers;

  static create(options: {
    store: Pick<StopStore, 'inForce'>;
    containers: EntityContainers;
  }) {
    return new RecordedStops(options);
  }

  private constructor(options: {
    store: Pick<StopStore, 'inForce'>;
    containers: EntityContainers;
  }) {
    this.#store = options.store;
    this.#containers = options.containers;
  }

  /**
   * The catalog is asked only when a stop is in force of which the target itself does not say
   * whether it is meant: mostly there is none, and this is one read.
   *
   * @throws ServiceUnavailableError when the catalog is needed and does not answer
   */
  async inForce(options: {
    agentRef: string;
    actionId: string;
    target: Entity;
  }): Promise<StopFactValue[]> {
    const { agentRef, actionId, target } = options;
    const stops = (await this.#store.inForce()).filter(
      ({ scope }) =>
        (scope.kind !== 'agent' || scope.ref === agentRef) &&
        (scope.kind !== 'action' || scope.ref === actionId),
    );
    const near = new Set([
      stringifyEntityRef(target),
      ...relatedRefs(target, RELATION_PART_OF),
    ]);
    const isSettled = (stop: StoredStop) => {
      const entityRef = entityOf(stop);
      return entityRef === undefined || near.has(entityRef);
    };
    const around = stops.every(isSettled)
      ? near
      : new Set(await this.#containers.of(target));
    return stops
      .filter(stop => {
        const entityRef = entityOf(stop);
        return entityRef === undefined || around.has(entityRef);
      })
      .map(({ id, scope, reason, pulledBy, pulledAt }) => ({
        id,
        scope,
        reason,
        pulledBy,
        pulledAt,
      }));
  }
}

/** The entity a stop is about or confined to, if any. */
function entityOf({ scope }: StoredStop): string | undefined {
  return scope.kind === 'target' ? scope.ref : scope.on;
}

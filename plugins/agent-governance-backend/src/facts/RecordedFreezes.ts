import {
  Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  FreezeConditionValue,
  freezeCondition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeStore, StoredFreeze } from '../store/FreezeStore';
import { EntityContainers } from './EntityContainers';
import { describeFreezeScope } from './freezes/describeFreezeScope';
import { relatedRefs } from './relations';
import { FreezeSource } from './sources';

/** Freezes as they were set in the portal, read from the database each time. */
export class RecordedFreezes implements FreezeSource {
  readonly #store: FreezeStore;
  readonly #containers: EntityContainers;

  static create(options: { store: FreezeStore; containers: EntityContainers }) {
    return new RecordedFreezes(options);
  }

  private constructor(options: {
    store: FreezeStore;
    containers: EntityContainers;
  }) {
    this.#store = options.store;
    this.#containers = options.containers;
  }

  /**
   * The catalog is asked only when a freeze is in force of which the target itself does not say
   * whether it is meant: mostly there is none, and this is one read.
   *
   * @throws ServiceUnavailableError when the catalog is needed and does not answer
   */
  async inForce(options: {
    agentRef: string;
    actionId: string;
    target: Entity;
    environment: string;
    now: Date;
  }): Promise<FreezeConditionValue> {
    const { target, environment, now } = options;
    const freezes = await this.#store.inForce({ environment, now });
    const near = new Set([
      stringifyEntityRef(target),
      ...relatedRefs(target, RELATION_PART_OF),
    ]);
    const isSettled = ({ scope }: StoredFreeze) =>
      scope.entityRef === undefined || near.has(scope.entityRef);
    const around = freezes.every(isSettled)
      ? near
      : new Set(await this.#containers.of(target));
    return freezeCondition(
      freezes
        .filter(({ scope }) => !scope.entityRef || around.has(scope.entityRef))
        .map(freeze => ({
          id: freeze.id,
          reason: freeze.reason,
          owner: freeze.owner,
          from: freeze.from,
          to: freeze.to,
          scope: describeFreezeScope(freeze.scope),
        })),
    );
  }
}

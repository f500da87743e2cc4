import {
  Entity,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ExceptedFreezeFactValue,
  Fact,
  FreezeConditionValue,
  FreezeFactValue,
  freezeCondition,
  known,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeInReach, FreezeStore } from '../store/FreezeStore';
import { EntityContainers } from './EntityContainers';
import { FreezeCalendars } from './freezes/FreezeCalendars';
import { FreezeTimes } from './freezes/FreezeTimes';
import {
  AskedAction,
  coversApartFromEntity,
  exceptsApartFromEntity,
} from './freezes/covers';
import { describeFreezeScope } from './freezes/describeFreezeScope';
import { relatedRefs } from './relations';
import { FreezeSource } from './sources';

const SOURCE = 'freezes';

interface Options {
  store: Pick<FreezeStore, 'inReach'>;
  calendars: FreezeCalendars;
  containers: EntityContainers;
  times: FreezeTimes;
}

/** Freezes as they are kept, read from the database each time. */
export class RecordedFreezes implements FreezeSource {
  readonly #options: Options;

  static create(options: Options) {
    return new RecordedFreezes(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * The catalog is asked only when a freeze is in force of which the target itself does not say whether it is meant:
   * mostly there is none, and this is one read.
   *
   * Where a calendar that speaks about the target has not been read for too long, that nothing is frozen is stale; a
   * freeze that is known to be in force is known all the same.
   *
   * @throws ServiceUnavailableError when the catalog is needed and does not answer
   */
  async inForce(
    asked: AskedAction & { now: Date; knownAt?: Date },
  ): Promise<Fact<FreezeConditionValue>> {
    const { knownAt = asked.now } = asked;
    const { store, calendars } = this.#options;
    const [reach, unread] = await Promise.all([
      store.inReach(asked.now),
      calendars.unread(knownAt),
    ]);
    const candidates = reach
      .filter(({ freeze }) => coversApartFromEntity(freeze.scope, asked))
      .map(({ freeze, exceptions }) => ({
        freeze,
        exceptions: exceptions.filter(({ scope }) =>
          exceptsApartFromEntity(scope, asked),
        ),
      }))
      .filter(({ freeze }) => this.#options.times.at(freeze, asked.now));
    const silent = unread.filter(({ scope }) =>
      coversApartFromEntity(scope, asked),
    );
    const isAround = await this.#around(asked.target, [
      ...silent.map(({ scope }) => scope.entityRef),
      ...candidates.flatMap(({ freeze, exceptions }) => [
        freeze.scope.entityRef,
        ...exceptions.map(({ scope }) => scope.entityRef),
      ]),
    ]);

    const value = this.#condition(candidates, isAround, asked.now);
    const gone = silent.find(({ scope }) => isAround(scope.entityRef));
    return gone === undefined || value.active
      ? known(value, SOURCE, knownAt.toISOString())
      : {
          value,
          state: 'stale',
          source: SOURCE,
          ...(gone.readAt && { observedAt: gone.readAt }),
          ttlSeconds: gone.ttlSeconds,
          note: gone.because,
        };
  }

  #condition(
    candidates: FreezeInReach[],
    isAround: (entityRef: string | undefined) => boolean,
    now: Date,
  ): FreezeConditionValue {
    const freezes: FreezeFactValue[] = [];
    const excepted: ExceptedFreezeFactValue[] = [];
    for (const { freeze, exceptions } of candidates) {
      const occurrence = this.#options.times.at(freeze, now);
      if (!occurrence || !isAround(freeze.scope.entityRef)) {
        continue;
      }
      const { id, reason, owner } = freeze;
      const scope = describeFreezeScope(freeze.scope);
      const value = { id, reason, owner, ...occurrence, scope };
      const exception = exceptions.find(one => isAround(one.scope.entityRef));
      if (exception) {
        excepted.push({
          ...value,
          exceptionId: exception.id,
          exceptedBy: exception.approvedBy,
        });
      } else {
        freezes.push(value);
      }
    }
    return freezeCondition(freezes, excepted);
  }

  /** Tells of these entities whether they are the target or around it; no entity is around everything. */
  async #around(target: Entity, named: Array<string | undefined>) {
    const near = new Set([
      stringifyEntityRef(target),
      ...relatedRefs(target, RELATION_PART_OF),
    ]);
    const isSettled = named.every(ref => ref === undefined || near.has(ref));
    const around = isSettled
      ? near
      : new Set(await this.#options.containers.of(target));
    return (ref: string | undefined) => ref === undefined || around.has(ref);
  }
}

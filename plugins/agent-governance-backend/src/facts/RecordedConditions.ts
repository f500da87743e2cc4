import {
  Entity,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { unknown } from '@agentgov/backstage-plugin-agent-governance-common';
import { ConditionReading, ConditionStore } from '../store/ConditionStore';
import { weigh } from './conditions/believe';
import { deployFact } from './conditions/deployFact';
import { healthFact } from './conditions/healthFact';
import { incidentFact } from './conditions/incidentFact';
import { KnownConditionSource } from './conditions/KnownConditionSource';
import { relatedRefs, systemOf } from './relations';
import { ConditionReader, ConditionsSeen } from './sources';

/** Dependencies whose incidents are looked at; of a target with more it is unknown whether one has an incident. */
const MAX_DEPENDENCIES = 100;

/** What sources reported of incidents, health and deployments, read from the database each time. */
export class RecordedConditions implements ConditionReader {
  readonly #store: ConditionStore;
  readonly #sources: KnownConditionSource[];
  readonly #deployments: () => string[];

  /**
   * @param options - `sources`: everything that is listened to; what others once reported counts no more.
   *   `deployments`: ids of the actions that deploy
   */
  static create(options: {
    store: ConditionStore;
    sources: KnownConditionSource[];
    deployments: () => string[];
  }) {
    return new RecordedConditions(options);
  }

  private constructor(options: {
    store: ConditionStore;
    sources: KnownConditionSource[];
    deployments: () => string[];
  }) {
    this.#store = options.store;
    this.#sources = options.sources;
    this.#deployments = options.deployments;
  }

  async over(options: {
    target: Entity;
    environment: string;
    exceptRequestId?: string;
    now: Date;
  }): Promise<ConditionsSeen> {
    const reading = await this.read(options.target);
    return this.judge(reading, options);
  }

  /** Everything that bears on an entity, in all environments: one read. */
  async read(target: Entity): Promise<ConditionReading> {
    return this.#store.read({
      entityRefs: [stringifyEntityRef(target), ...surroundingsOf(target)],
      targetRef: stringifyEntityRef(target),
      deployments: this.#deployments(),
    });
  }

  /** What a reading says about an entity in one environment at a moment. */
  judge(
    reading: ConditionReading,
    options: {
      target: Entity;
      environment: string;
      exceptRequestId?: string;
      now: Date;
    },
  ): ConditionsSeen {
    const { target, environment, now } = options;
    const own = [stringifyEntityRef(target)];
    const common = { sources: this.#sources, environment, now };
    const executions = reading.executions.filter(
      execution =>
        execution.environment === environment &&
        execution.requestId !== options.exceptRequestId,
    );
    return {
      incident:
        dependenciesOf(target).length > MAX_DEPENDENCIES
          ? unknown(
              'conditions',
              `the target depends on more than ${MAX_DEPENDENCIES} entities`,
            )
          : incidentFact(
              weigh(reading, {
                ...common,
                kind: 'incident',
                entityRefs: [...own, ...surroundingsOf(target)],
              }),
            ),
      health: healthFact(
        weigh(reading, { ...common, kind: 'health', entityRefs: own }),
      ),
      deployInProgress: deployFact(
        weigh(reading, { ...common, kind: 'deployment', entityRefs: own }),
        executions,
        now,
      ),
    };
  }
}

/** What else's incidents are the target's: its system's, and those of what it depends on directly. */
function surroundingsOf(target: Entity): string[] {
  const system = systemOf(target);
  return [
    ...(system ? [system] : []),
    ...dependenciesOf(target).slice(0, MAX_DEPENDENCIES),
  ];
}

function dependenciesOf(target: Entity): string[] {
  return relatedRefs(target, RELATION_DEPENDS_ON, RELATION_CONSUMES_API);
}

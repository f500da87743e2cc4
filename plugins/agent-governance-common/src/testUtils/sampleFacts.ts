import {
  Fact,
  Facts,
  JsonValue,
  deployCondition,
  freezeCondition,
  incidentCondition,
  known,
  knownNone,
} from '../model';
import { FactAt, FactPath, FactValueAt, withFact } from '../policy';

/** Facts that differ from the sample: a value stands for a known fact, a fact for itself. @public */
export type FactChanges = {
  [P in FactPath]?: FactValueAt<P> | FactAt<P>;
};

const NOW = '2026-11-20T10:00:00.000Z';

/** A fact nobody could establish, for {@link sampleFacts}. @public */
export const unknownFact: Fact<never> = {
  state: 'unknown',
  source: 'test',
  note: 'no answer',
};

/**
 * Complete facts of an unremarkable request, for tests of policies: an autonomous agent restarts
 * a component that its owner owns, in staging, with fresh context it quoted.
 *
 * @public
 */
export function sampleFacts(changes: FactChanges = {}): Facts {
  return (Object.entries(changes) as Array<[FactPath, unknown]>).reduce(
    (facts, [path, change]) =>
      withFact(
        facts,
        path,
        (isFact(change) ? change : says(change as JsonValue)) as never,
      ),
    routine(),
  );
}

function isFact(change: unknown): change is Fact {
  return (
    typeof change === 'object' &&
    change !== null &&
    'state' in change &&
    'source' in change
  );
}

function says<T extends JsonValue>(value: T): Fact<T> {
  return known(value, 'test', NOW);
}

function saysNone<T extends JsonValue>(): Fact<T> {
  return knownNone('test', NOW);
}

function routine(): Facts {
  return {
    schemaVersion: 1,
    agent: {
      ref: says('agent:default/release-bot'),
      uid: says('agent-uid'),
      owner: says('group:default/payments'),
      lifecycle: says('production'),
      autonomy: says('autonomous'),
      operates: says(['component:default/payments-api']),
      model: says('model'),
      tags: says([]),
    },
    subject: {
      ref: saysNone(),
      groups: saysNone(),
      delegation: saysNone(),
    },
    action: {
      id: says('deployments:restart'),
      definitionDigest: says('digest'),
      effectClass: says('idempotent'),
      mutates: says(true),
      reversible: says(true),
      takesSecrets: says(false),
      quotesContext: says(true),
      tags: says([]),
    },
    input: says({}),
    target: {
      ref: says('component:default/payments-api'),
      uid: says('target-uid'),
      etag: says('etag'),
      kind: says('component'),
      type: says('service'),
      lifecycle: says('production'),
      owner: says('group:default/payments'),
      system: says('system:default/payments'),
      domain: says('domain:default/money'),
      tier: says('tier-2'),
      dataClass: says('internal'),
      owners: says(['group:default/payments', 'group:default/money']),
      agents: saysNone(),
      tags: says([]),
      labels: says({}),
      annotations: says({}),
    },
    topology: {
      ownedByAgentOwner: says(true),
      operates: says(true),
      sameSystem: says(true),
      sameDomain: says(true),
      distance: says(0),
      dependents: says(2),
      highestTier: says('tier-2'),
    },
    environment: {
      name: says('staging'),
      owner: says('group:default/platform'),
      rank: says(1),
      production: says(false),
    },
    conditions: {
      freeze: says(freezeCondition([])),
      incident: says(incidentCondition([])),
      health: says({ status: 'healthy', source: 'test', reportedAt: NOW }),
      deployInProgress: says(deployCondition()),
      stops: says([]),
    },
    context: {
      required: says([
        { factType: 'runbook', freshness: 'fresh', ageSeconds: 60 },
      ]),
      floorMet: says(true),
      quoted: says({ result: 'matches', snapshotId: 'snapshot' }),
    },
    run: {
      id: says('run'),
      step: says(1),
      startedAt: says(NOW),
      startedBy: saysNone(),
      mutations: says(0),
      failures: says(0),
      unknownOutcomes: says(0),
    },
    history: {
      mutations: says({ lastHour: 0, lastDay: 0 }),
      sameActionOnTarget: says(1),
      sameActionOnKind: says(1),
      lastDenialAt: saysNone(),
      novel: says(false),
    },
    reviews: saysNone(),
    time: {
      now: says(NOW),
      weekday: says('friday'),
      hour: says(10),
      zone: says('UTC'),
    },
  };
}

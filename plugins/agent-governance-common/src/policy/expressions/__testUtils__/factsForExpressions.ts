import fc, { Arbitrary } from 'fast-check';
import {
  AUTONOMY_CEILINGS,
  Fact,
  Facts,
  freezeCondition,
  incidentCondition,
  JsonValue,
} from '../../../model';
import { sampleFacts } from '../../../testUtils';
import { FactPath, withFact } from '../../facts';
import { EXPRESSION_PATHS } from './expressionArbitrary';

const names = fc.constantFrom(
  'a',
  'staging',
  'production',
  'group:default/payments',
  'component:default/payments-api',
);
const lists = fc.array(names, { maxLength: 3 });
const counts = fc.integer({ min: 0, max: 30 });
const instants = fc.constantFrom(
  '2026-11-20T09:00:00.000Z',
  '2026-11-20T10:00:00.000Z',
  '2026-11-21T00:00:00Z',
);

const freezes = fc.boolean().map(active =>
  freezeCondition(
    active
      ? [
          {
            id: 'f',
            reason: 'release-week',
            owner: 'group:default/sre',
            from: '2026-11-20T00:00:00Z',
            to: '2026-11-22T00:00:00Z',
            scope: 'everything',
          },
        ]
      : [],
  ),
);

const incidents = fc
  .array(
    fc.record(
      {
        id: fc.constant('i'),
        title: names,
        severity: fc.constantFrom('high', 'low'),
        entityRef: names,
        source: names,
        openedAt: instants,
      },
      { requiredKeys: ['id', 'title', 'entityRef', 'source', 'openedAt'] },
    ),
    { maxLength: 3 },
  )
  .map(incidentCondition);

const required = fc.array(
  fc.record(
    {
      factType: fc.constantFrom('runbook', 'template'),
      freshness: fc.constantFrom('fresh' as const, 'stale' as const),
      ageSeconds: counts,
    },
    { requiredKeys: ['factType', 'freshness'] },
  ),
  { maxLength: 3 },
);

const inputs = fc.record(
  {
    force: fc.oneof(fc.boolean(), names, fc.constant(null)),
    deep: fc.oneof(fc.record({ flag: fc.boolean() }), names),
    count: fc.oneof(counts, fc.constantFrom(1.5, -0, 2 ** 60)),
    name: fc.oneof(
      names,
      fc.constantFrom('2026-11-20T10:00:00Z', '90m'),
      counts,
    ),
    list: fc.oneof(
      fc.array(fc.oneof(counts, names, fc.constant(2.5)), { maxLength: 4 }),
      names,
    ),
  },
  { requiredKeys: [] },
);

const labels = fc.record({ zone: names, team: names }, { requiredKeys: [] });

const values: {
  [P in (typeof EXPRESSION_PATHS)[number]]: Arbitrary<JsonValue>;
} = {
  'action.reversible': fc.boolean(),
  'agent.operates': lists,
  'agent.autonomy': fc.constantFrom(...AUTONOMY_CEILINGS),
  'conditions.freeze': freezes,
  'conditions.incident': incidents,
  'context.floorMet': fc.boolean(),
  'context.required': required,
  'environment.name': names,
  'environment.production': fc.boolean(),
  'history.mutations': fc.record({ lastHour: counts, lastDay: counts }),
  input: inputs as Arbitrary<JsonValue>,
  'target.labels': labels as Arbitrary<JsonValue>,
  'target.owner': names,
  'target.tags': lists,
  'time.now': instants,
  'topology.dependents': counts,
};

/** What a fact can be besides known: each is unknown to an expression. */
export const notKnownArbitrary: Arbitrary<unknown> = fc.constantFrom(
  { state: 'unknown', source: 'test' },
  { state: 'stale', source: 'test', value: true },
  { state: 'stale', source: 'test', value: 7 },
  { state: 'known', source: 'test' },
  { state: 'known', source: 'test', value: { not: ['of', 'that'] } },
  undefined,
  null,
  7,
);

/** Facts in which every fact that generated expressions read is mostly known, and sometimes not. */
export const factsForExpressions: Arbitrary<Facts> = fc
  .record(
    Object.fromEntries(
      Object.entries(values).map(([path, value]) => [
        path,
        fc.oneof(
          {
            weight: 8,
            arbitrary: value.map(
              (said): Fact => ({ state: 'known', source: 'test', value: said }),
            ),
          },
          { weight: 1, arbitrary: notKnownArbitrary },
        ),
      ]),
    ),
  )
  .map(changes =>
    Object.entries(changes).reduce(
      (facts, [path, fact]) => withFact(facts, path as FactPath, fact as never),
      sampleFacts(),
    ),
  );

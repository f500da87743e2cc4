import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import fc from 'fast-check';
import { FactChanges, sampleFacts, unknownFact } from '../../../testUtils';
import { ProblemList } from '../parse/ProblemList';
import { foldValue } from './TargetTest';
import { compileTargets } from './compileTargets';

function compile(predicate: unknown) {
  const problems = new ProblemList();
  return {
    test: compileTargets(predicate, ['targets'], problems),
    problems: problems.problems,
  };
}

const entities = fc.record({
  kind: fc.constantFrom('component', 'Resource'),
  type: fc.constantFrom('service', 'website', undefined),
  system: fc.constantFrom('system:default/a', undefined),
  tags: fc.subarray(['java', 'Critical']),
  labels: fc.constantFrom(
    {},
    { zone: 'PCI' },
    { 'example.com/zone': 'x', level: '7' },
  ),
});

const leaves = fc.constantFrom<FilterPredicate>(
  { kind: 'Component' },
  { kind: { $in: ['resource', 'api'] } },
  { 'spec.type': 'SERVICE' },
  { 'spec.type': { $exists: false } },
  { 'spec.type': { $hasPrefix: 'Web' }, kind: 'component' },
  { 'spec.system': 'system:default/a' },
  { 'metadata.tags': { $contains: 'critical' } },
  { 'metadata.tags': { $exists: true } },
  { 'metadata.labels.zone': 'pci' },
  { 'metadata.labels.example.com/zone': { $exists: true } },
  { 'metadata.labels.level': 7 },
  { 'metadata.labels.level': { $in: [7, 8] } },
  { 'metadata.name': 'x' },
  { 'metadata.namespace': 'other' },
  {},
);

const predicates = fc.letrec<{ node: FilterPredicate }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    leaves,
    fc.array(tie('node'), { maxLength: 3 }).map($all => ({ $all })),
    fc.array(tie('node'), { maxLength: 3 }).map($any => ({ $any })),
    tie('node').map($not => ({ $not })),
  ),
})).node;

type Entity = typeof entities extends fc.Arbitrary<infer T> ? T : never;

function factsOf({ kind, type, system, tags, labels }: Entity): FactChanges {
  const optional = (value?: string) =>
    value ?? ({ state: 'known', source: 'test' } as const);
  return {
    'target.ref': 'component:default/x',
    'target.kind': kind,
    'target.type': optional(type),
    'target.system': optional(system),
    'target.tags': tags,
    'target.labels': labels,
  };
}

function entityOf({ kind, type, system, tags, labels }: Entity) {
  return {
    kind,
    metadata: { name: 'x', namespace: 'default', tags, labels },
    spec: { ...(type && { type }), ...(system && { system }) },
  };
}

function valuesOf(entity: Entity): Record<string, unknown> {
  const { kind, metadata, spec } = entityOf(entity);
  return {
    kind,
    'metadata.name': metadata.name,
    'metadata.namespace': metadata.namespace,
    'spec.type': spec.type,
    'spec.system': spec.system,
    ...Object.fromEntries(
      Object.entries(metadata.labels).map(([key, value]) => [
        `metadata.labels.${key}`,
        value,
      ]),
    ),
  };
}

const PATHS = [
  'target.ref',
  'target.kind',
  'target.type',
  'target.system',
  'target.tags',
  'target.labels',
] as const;

describe('compileTargets', () => {
  it('answers like the portal does for the entity, and never otherwise for what is not known', () => {
    fc.assert(
      fc.property(
        entities,
        predicates,
        fc.subarray([...PATHS]),
        (entity, predicate, hidden) => {
          const { test } = compile(predicate);
          const expected = evaluateFilterPredicate(predicate, entityOf(entity));
          const changes = factsOf(entity);
          expect(test!.test(sampleFacts(changes))).toBe(expected);
          const less = Object.fromEntries(
            hidden.map(path => [path, unknownFact]),
          );
          expect([expected, 'unknown']).toContain(
            test!.test(sampleFacts({ ...changes, ...less })),
          );
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('requires nothing that it could do without', () => {
    fc.assert(
      fc.property(entities, predicates, (entity, predicate) => {
        const { test } = compile(predicate);
        const values = valuesOf(entity);
        const missing = Array.from(test!.requires).filter(
          ([path, required]) =>
            !required.includes(foldValue(String(values[path]))),
        );
        expect(
          missing.length > 0 &&
            test!.test(sampleFacts(factsOf(entity))) === true,
        ).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each<[string, unknown, object]>([
    [
      'a word',
      'component',
      { field: 'targets', reason: expect.stringMatching(/filter predicate/) },
    ],
    [
      'a misspelt path',
      { 'spec.tpye': 'service' },
      { field: 'targets.spec.tpye', suggestion: 'spec.type' },
    ],
    [
      'a path that no fact stands for',
      { 'spec.profile': 'x' },
      { reason: expect.stringMatching(/allowed: kind, /) },
    ],
    [
      'an operator nobody knows',
      { $an: [] },
      { field: 'targets.$an', suggestion: '$any' },
    ],
    [
      'an operator that is not alone',
      { $not: { kind: 'a' }, kind: 'b' },
      { reason: expect.stringMatching(/stand alone/) },
    ],
    [
      'a matcher nobody knows',
      { kind: { $hasPrefx: 'a' } },
      { suggestion: '$hasPrefix' },
    ],
    [
      'two matchers at once',
      { kind: { $in: ['a'], $exists: true } },
      { reason: expect.stringMatching(/exactly one/) },
    ],
    [
      'a list compared with a text',
      { 'metadata.tags': 'java' },
      { reason: expect.stringMatching(/\$contains/) },
    ],
    [
      'a text searched like a list',
      { kind: { $contains: 'a' } },
      { reason: expect.stringMatching(/list/) },
    ],
    [
      'a short ref',
      { 'spec.owner': 'payments' },
      { reason: expect.stringMatching(/in full/) },
    ],
    ['null', { kind: null }, { field: 'targets.kind' }],
    [
      'nesting without end',
      nested(10),
      { reason: expect.stringMatching(/nested deeper/) },
    ],
    [
      'one of many without end',
      { $any: Array.from({ length: 200 }, () => ({ kind: 'a' })) },
      { reason: expect.stringMatching(/more than 200/) },
    ],
  ])('refuses %s', (_, predicate, problem) => {
    const { test, problems } = compile(predicate);
    expect(test).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining(problem));
  });
});

function nested(depth: number): unknown {
  return depth === 0 ? { kind: 'a' } : { $not: nested(depth - 1) };
}

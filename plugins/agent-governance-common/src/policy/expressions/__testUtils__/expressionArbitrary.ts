import fc, { Arbitrary } from 'fast-check';

/** Facts that the generated expressions read, and that the generated facts vary. */
export const EXPRESSION_PATHS = [
  'action.reversible',
  'agent.operates',
  'agent.autonomy',
  'conditions.freeze',
  'conditions.incident',
  'context.floorMet',
  'context.required',
  'environment.name',
  'environment.production',
  'history.mutations',
  'input',
  'target.labels',
  'target.owner',
  'target.tags',
  'time.now',
  'topology.dependents',
] as const;

const int = fc.oneof(
  fc.integer({ min: -3, max: 30 }).map(String),
  fc.constantFrom('9223372036854775807', '-9223372036854775808'),
);
const double = fc.constantFrom('0.0', '1.5', '-2.25', '10.0', '1e300');
const text = fc.constantFrom(
  "'a'",
  "'group:default/payments'",
  "'component:default/payments-api'",
  "''",
  "'staging'",
  "'high'",
);
const variable = fc.constantFrom('one', 'other');

const call = (name: string, ...args: Array<Arbitrary<string>>) =>
  fc.tuple(...args).map(values => `${name}(${values.join(', ')})`);
const infix = (
  left: Arbitrary<string>,
  operator: Arbitrary<string>,
  right: Arbitrary<string>,
) =>
  fc
    .tuple(left, operator, right)
    .map(([one, between, other]) => `(${one} ${between} ${other})`);

const ORDER = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const EQUALITY = fc.constantFrom('==', '!=');
const ARITHMETIC = fc.constantFrom('+', '-', '*', '/', '%');

/** Expressions of the subset that pass the check (nearly always), with nesting, errors and every operator. */
export const expressionArbitrary: Arbitrary<string> = fc.letrec<{
  bool: string;
  int: string;
  double: string;
  text: string;
  texts: string;
  time: string;
  span: string;
}>(tie => ({
  bool: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom(
      'action.reversible',
      'conditions.freeze.active',
      'conditions.incident.active',
      'context.floorMet',
      'environment.production',
      'input.force',
      'input.deep.flag',
      'true',
      'false',
    ),
    infix(tie('bool'), fc.constantFrom('&&', '||'), tie('bool')),
    tie('bool').map(inner => `!${inner}`),
    fc
      .tuple(tie('bool'), tie('bool'), tie('bool'))
      .map(([one, two, three]) => `(${one} ? ${two} : ${three})`),
    infix(tie('int'), ORDER, tie('int')),
    infix(tie('int'), ORDER, tie('double')),
    infix(tie('double'), ORDER, tie('int')),
    infix(tie('text'), ORDER, tie('text')),
    infix(tie('time'), ORDER, tie('time')),
    infix(tie('span'), ORDER, tie('span')),
    infix(tie('texts'), EQUALITY, tie('texts')),
    infix(
      fc.constantFrom('input.count', 'input.name', 'input.list[1]'),
      EQUALITY,
      fc.oneof(int, text),
    ),
    infix(tie('text'), fc.constant('in'), tie('texts')),
    infix(
      fc.oneof(int, double),
      fc.constant('in'),
      fc.constantFrom('[1, 2.5, 30]', 'input.list'),
    ),
    fc
      .tuple(
        tie('text'),
        fc.constantFrom('startsWith', 'endsWith', 'contains'),
        tie('text'),
      )
      .map(([one, name, other]) => `${one}.${name}(${other})`),
    tie('text').map(one => `${one}.matches('^[a-z]+:.*api$')`),
    fc
      .tuple(
        fc.constantFrom('exists', 'all', 'exists_one'),
        variable,
        fc.constantFrom(
          (name: string) =>
            `agent.operates.MACRO(${name}, ${name} == 'component:default/payments-api')`,
          (name: string) =>
            `target.tags.MACRO(${name}, size(${name}) > history.mutations.lastHour)`,
          (name: string) =>
            `context.required.MACRO(${name}, ${name}.freshness == 'fresh')`,
          (name: string) =>
            `context.required.MACRO(${name}, ${name}.ageSeconds > 30 || ${name}.factType == 'runbook')`,
          (name: string) =>
            `conditions.incident.incidents.MACRO(${name}, ${name}.severity == 'high')`,
          (name: string) =>
            `conditions.incident.incidents.MACRO(${name}, ${name}.openedAt < time.now && environment.production)`,
          (name: string) => `input.list.MACRO(${name}, ${name} > 1)`,
          (name: string) =>
            `['a', 'staging'].MACRO(${name}, ${name} in target.tags || ${name} == environment.name)`,
          (name: string) =>
            `[1, 2, 3].MACRO(${name}, 6 / (${name} - topology.dependents) > 1)`,
        ),
      )
      .map(([macro, name, body]) => body(name).replace('MACRO', macro)),
  ),
  int: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom(
      'history.mutations.lastHour',
      'history.mutations.lastDay',
      'topology.dependents',
      'context.required[0].ageSeconds',
    ),
    int,
    infix(tie('int'), ARITHMETIC, tie('int')),
    call('size', tie('texts')),
    call('size', tie('text')),
    tie('int').map(inner => `-(${inner})`),
    fc
      .tuple(tie('bool'), tie('int'), tie('int'))
      .map(([one, two, three]) => `(${one} ? ${two} : ${three})`),
  ),
  double: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    double,
    infix(double, fc.constantFrom('+', '-', '*', '/'), double),
    call('double', tie('int')),
  ),
  text: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom(
      'target.owner',
      'environment.name',
      'agent.operates[0]',
      'agent.operates[7]',
      "target.labels['zone']",
      'target.labels.team',
      'input.name',
    ),
    text,
    infix(tie('text'), fc.constant('+'), tie('text')),
    tie('text').map(inner => `${inner}.upperAscii()`),
  ),
  texts: fc.constantFrom(
    'agent.operates',
    'target.tags',
    "['a', 'staging']",
    '[target.owner, environment.name]',
  ),
  time: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom(
      'time.now',
      "timestamp('2026-11-20T10:00:00Z')",
      'timestamp(input.name)',
      'conditions.incident.incidents[0].openedAt',
    ),
    infix(tie('time'), fc.constantFrom('+', '-'), tie('span')),
  ),
  span: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'expression' },
    fc.constantFrom(
      "duration('90m')",
      "duration('-1h')",
      'duration(input.name)',
    ),
    infix(tie('time'), fc.constant('-'), tie('time')),
  ),
})).bool;

import { incidentCondition, knownNone, Ternary } from '../../model';
import { FactChanges, sampleFacts, unknownFact } from '../../testUtils';
import { compileExpression } from './compileExpression';

function compiled(source: string) {
  const result = compileExpression(source);
  if (!result.ok) {
    throw new Error(JSON.stringify(result.problems));
  }
  return result.expression;
}

function evaluate(source: string, changes: FactChanges = {}) {
  return compiled(source).evaluate(sampleFacts(changes));
}

const incident = {
  id: 'i',
  title: 'down',
  entityRef: 'component:default/payments-api',
  source: 'pager',
  openedAt: '2026-11-20T09:00:00.000Z',
};

describe('compileExpression', () => {
  it.each<[string, Ternary]>([
    ['environment.production', false],
    ['!environment.production', true],
    ['conditions.freeze.active', false],
    ['environment.production && !action.reversible', false],
    ['environment.production || action.reversible', true],
    ['history.mutations.lastHour < 10', true],
    ['history.mutations.lastHour == 0.0', true],
    ['topology.distance <= 0.5', true],
    ['topology.distance * 2 + 1 > 1', false],
    ['double(topology.distance) / 2.0 < 0.5', true],
    ['7 / 2 == 3 && 7 % 2 == 1 && -7 / 2 == -3', true],
    ["target.ref.startsWith('component:')", true],
    ["target.ref.endsWith('-api') && target.ref.contains('/')", true],
    ['target.owner.upperAscii().lowerAscii() == target.owner', true],
    ["'group:' + 'default/payments' == target.owner", true],
    ["agent.autonomy == 'autonomous'", true],
    ["environment.name in ['staging', 'test']", true],
    ["'component:default/payments-api' in agent.operates", true],
    ["agent.operates.exists(one, one.endsWith('-api'))", true],
    ["context.required.all(fact, fact.freshness == 'fresh')", true],
    ["context.required.exists_one(fact, fact.factType == 'runbook')", true],
    ["time.now > timestamp('2026-11-01T00:00:00Z')", true],
    ["time.now - timestamp('2026-11-20T09:00:00Z') < duration('2h')", true],
    ["time.now == timestamp('2026-11-20T11:00:00+01:00')", true],
    ["target.owner.matches('^group:[a-z]+/payments$')", true],
    ['(environment.production ? 1 : history.mutations.lastHour) == 0', true],
    ['agent.operates.size() == 1 && size(agent.operates) == 1', true],
    ["agent.operates[0] == 'component:default/payments-api'", true],
    ['true', true],
    ['// nothing but\n false', false],
  ])('%s is %s', (source, result) => {
    expect(evaluate(source)).toMatchObject({ result });
  });

  it('asks whether something is done under a delegation, and takes none for unknown', () => {
    const source = `!(subject.delegation.id != '')`;
    const delegation = {
      id: 'x',
      actions: ['deployments:*'],
      until: '2026-11-20T18:00:00.000Z',
    };
    const under = { 'subject.delegation': delegation };
    expect(evaluate(source)).toMatchObject({ result: 'unknown' });
    expect(evaluate(source, under)).toMatchObject({ result: false });
    expect(
      evaluate(`subject.delegation.until - time.now < duration('12h')`, under),
    ).toMatchObject({ result: true });
    expect(
      evaluate(`'staging' in subject.delegation.environments`, under),
    ).toMatchObject({ result: 'unknown' });
  });

  describe('the input, whose shape nobody promised', () => {
    const input = {
      count: 3,
      ratio: 1.5,
      name: 'v2',
      force: true,
      none: null,
      list: [1, 2, 3],
      tree: { leaf: { 'odd key': 'x' } },
      large: 2 ** 60,
      when: '2026-11-20T09:00:00Z',
    };

    it.each<[string, Ternary]>([
      ['input.count + 1 == 4 && input.count < 3.5', true],
      ['input.ratio * 2.0 == 3.0', true],
      ["input['name'] == 'v2'", true],
      ['input.force', true],
      ['!input.force || input.count > 2', true],
      ["input.tree.leaf['odd key'] == 'x'", true],
      ['input.list[2] == 3 && 2 in input.list', true],
      ['input.list.exists(n, n > 2) && size(input.list) == 3', true],
      ['input.large > 9.0', true],
      ["input.none == 'v2'", false],
      ['timestamp(input.when) < time.now', true],
      ['input.name == 3', false],
      // Nobody said so, or not as what is needed.
      ["input.missing == 'v2'", 'unknown'],
      ["input.missing != 'v2'", 'unknown'],
      ['input.list[3] == 3', 'unknown'],
      ['input.name > 3', 'unknown'],
      ['input.name', 'unknown'],
      ['input.count + 1.5 > 1.0', 'unknown'],
      ["input.constructor == 'v2'", 'unknown'],
      ['input.list.length == 3', 'unknown'],
      // Of an object neither the keys nor what is absent are looked at.
      ["'leaf' in input.tree", 'unknown'],
      ["input.tree.exists(key, key == 'leaf')", 'unknown'],
      ["input.tree.all(key, key == 'other')", 'unknown'],
    ])('%s is %s', (source, result) => {
      expect(evaluate(source, { input })).toMatchObject({ result });
    });
  });

  it.each<[string, Ternary, string | null]>([
    ["target.labels['example.com/zone'] == 'pci'", true, null],
    [
      "target.labels['none'] == 'pci'",
      'unknown',
      'target.labels.none is not there',
    ],
    ["target.labels['none'] != 'pci'", 'unknown', 'is not there'],
    ["target.annotations['a b'] == ''", 'unknown', 'target.annotations["a b"]'],
    ["agent.operates[3] == 'x'", 'unknown', 'agent.operates[3] is not there'],
    ['1 / history.mutations.lastHour > 0', 'unknown', 'divide by zero'],
    ['9223372036854775807 + topology.distance + 1 > 0', 'unknown', 'overflow'],
    ['topology.distance > -9223372036854775807 - 2', 'unknown', 'overflow'],
    ['timestamp(input.when) < time.now', 'unknown', 'timestamp'],
    ['input.when', 'unknown', 'comes out as string'],
    ['target.labels["odd"] == "a"', 'unknown', 'is not string'],
    // What decides without it absorbs it, from either side.
    ["target.labels['none'] == 'pci' || true", true, null],
    ["false && target.labels['none'] == 'pci'", false, null],
    ["target.labels['none'] == 'pci' && true", 'unknown', 'is not there'],
    ["action.reversible ? true : target.labels['none'] == 'x'", true, null],
    ["target.labels['none'] == 'x' ? true : true", 'unknown', 'is not there'],
  ])('%s is %s, and why: %s', (source, result, problem) => {
    const outcome = evaluate(source, {
      'target.labels': { 'example.com/zone': 'pci', odd: 3 },
      input: { when: 'tomorrow' },
    });
    expect(outcome.result).toBe(result);
    expect(outcome.problem === undefined).toBe(problem === null);
    expect(outcome.problem ?? '').toContain(problem ?? '');
  });

  it.each([
    ['unknown', unknownFact],
    ['stale', { ...unknownFact, state: 'stale', value: true }],
    ['known to be none', knownNone('test')],
    ['missing', undefined],
    ['of another shape', 7],
    ['of another type', { ...unknownFact, state: 'known', value: 'yes' }],
  ])(
    'invariant 11: a fact that is %s is unknown, negated or not',
    (_, fact) => {
      const changes = { 'environment.production': fact as never };
      for (const source of [
        'environment.production',
        '!environment.production',
        'environment.production == false',
        'environment.production ? true : true',
        'environment.production || conditions.freeze.active',
        'environment.production && action.reversible',
      ]) {
        expect(evaluate(source, changes)).toMatchObject({ result: 'unknown' });
      }
      expect(evaluate('environment.production && false', changes).result).toBe(
        false,
      );
      expect(evaluate('environment.production || true', changes).result).toBe(
        true,
      );
    },
  );

  it('invariant 11: a word that is none of those it must be differs from none of them', () => {
    const changes = {
      'time.weekday': 'caturday',
      'conditions.health': {
        status: 'fine' as never,
        source: 'test',
        reportedAt: '2026-11-20T10:00:00Z',
      },
    };
    for (const source of [
      "time.weekday != 'sunday'",
      "conditions.health.status != 'unhealthy'",
      "conditions.health.status in ['healthy', 'degraded']",
    ]) {
      expect(evaluate(source, changes)).toMatchObject({ result: 'unknown' });
    }
  });

  it('a field that is absent of one entry leaves the others to decide', () => {
    const changes = {
      'conditions.incident': incidentCondition([
        incident,
        { ...incident, severity: 'high' },
      ]),
    };
    const source = (macro: string, severity: string) =>
      `conditions.incident.incidents.${macro}(one, one.severity == '${severity}')`;
    expect(evaluate(source('exists', 'high'), changes).result).toBe(true);
    expect(evaluate(source('exists', 'low'), changes).result).toBe('unknown');
    expect(evaluate(source('all', 'high'), changes).result).toBe('unknown');
    expect(evaluate(source('all', 'low'), changes).result).toBe(false);
  });

  it('reports the facts it read, in the order it came to them, and no others', () => {
    const expression = compiled(
      'environment.production && target.owner == "x" || action.reversible',
    );
    expect(expression.reads).toEqual([
      'action.reversible',
      'environment.production',
      'target.owner',
    ]);
    const { reads } = expression.evaluate(sampleFacts());
    expect(reads).toEqual([
      {
        path: 'environment.production',
        value: false,
        state: 'known',
        source: 'test',
        observedAt: '2026-11-20T10:00:00.000Z',
      },
      expect.objectContaining({ path: 'action.reversible', value: true }),
    ]);
  });

  it('reads a fact once, with what is said about it, however often it is named', () => {
    const { result, reads, problem } = evaluate(
      'conditions.freeze.active || size(conditions.freeze.freezes) > 3',
      { 'conditions.freeze': unknownFact },
    );
    expect({ result, reads, problem }).toEqual({
      result: 'unknown',
      reads: [
        {
          path: 'conditions.freeze',
          state: 'unknown',
          source: 'test',
          note: 'no answer',
        },
      ],
      problem: undefined,
    });
  });

  it('says that a fact is known to be none where it is', () => {
    expect(
      evaluate("target.system == 'system:default/x'", {
        'target.system': knownNone('catalog'),
      }),
    ).toEqual({
      result: 'unknown',
      reads: [{ path: 'target.system', state: 'known', source: 'catalog' }],
    });
  });

  it('is one thing for one text, wherever it stands', () => {
    const one = compileExpression('environment.production || false', {
      field: 'rules[0].when',
    });
    expect(
      compileExpression('environment.production || false', {
        field: 'rules[1].when',
        file: 'other.yaml',
      }),
    ).toEqual(one);
  });

  it('evaluates over other facts as if it never had before', () => {
    const expression = compiled('environment.production');
    const yes = sampleFacts({ 'environment.production': true });
    const no = sampleFacts();
    expect(
      [yes, no, yes, no].map(facts => expression.evaluate(facts).result),
    ).toEqual([true, false, true, false]);
  });
});

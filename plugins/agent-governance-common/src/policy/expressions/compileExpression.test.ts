import { knownNone } from '../../model';
import { sampleFacts, unknownFact } from '../../testUtils';
import { compileExpression } from './compileExpression';

function evaluate(source: string, changes = {}) {
  const compiled = compileExpression(source);
  if (!compiled.ok) {
    throw new Error(JSON.stringify(compiled.problems));
  }
  return compiled.expression.evaluate(sampleFacts(changes));
}

describe('compileExpression', () => {
  it.each([
    ['environment.production', false],
    ['!environment.production', true],
    ['conditions.freeze.active', false],
    ['environment.production && !action.reversible', false],
    ['history.mutations.lastHour < 10', true],
    ['topology.distance <= 0.5', true],
    ["target.ref.startsWith('component:')", true],
    ["agent.autonomy == 'autonomous'", true],
    ["environment.name in ['staging', 'test']", true],
    ["'component:default/payments-api' in agent.operates", true],
    ["agent.operates.exists(one, one.endsWith('-api'))", true],
    ["context.required.all(fact, fact.freshness == 'fresh')", true],
    ["context.required.exists_one(fact, fact.factType == 'runbook')", true],
    ["time.now > timestamp('2026-11-01T00:00:00Z')", true],
    ["time.now - timestamp('2026-11-20T09:00:00Z') < duration('2h')", true],
    ["target.owner.matches('^group:[a-z]+/payments$')", true],
    ['(environment.production ? 1 : history.mutations.lastHour) == 0', true],
    ['agent.operates.size() == 1 && size(agent.operates) == 1', true],
  ])('%s is %s', (source, result) => {
    expect(evaluate(source)).toMatchObject({ result });
  });

  it('is unknown over what is not known', () => {
    for (const fact of [
      unknownFact,
      { ...unknownFact, state: 'stale', value: true },
      knownNone('test'),
      undefined,
      7,
    ]) {
      expect(
        evaluate('!environment.production', {
          'environment.production': fact,
        }).result,
      ).toBe('unknown');
    }
  });

  it('says where it goes wrong', () => {
    expect(
      compileExpression("environment.production &&\n target.ownr == 'a'", {
        field: 'rules[0].when',
        firstLine: 7,
      }),
    ).toEqual({
      ok: false,
      problems: [
        {
          field: 'rules[0].when',
          line: 8,
          column: 9,
          expression: "environment.production &&\n target.ownr == 'a'",
          reason: 'reads `target.ownr`, which is no fact',
          suggestion: 'target.owner',
        },
      ],
    });
  });
});

import fc from 'fast-check';
import { Facts } from '../../model';
import { FactChanges, sampleFacts } from '../../testUtils';
import { forAll } from '../__testUtils__/forAll';
import { countWork } from './__testUtils__/countWork';
import { expressionArbitrary } from './__testUtils__/expressionArbitrary';
import { compileExpression } from './compileExpression';
import { EXPRESSION_LIMITS } from './limits';

const { listItems, stringLength, jsonListItems } = EXPRESSION_LIMITS;

const longText = 'x'.repeat(stringLength);
const longList = Array.from({ length: listItems }, (_, index) => `${index}`);

/** Facts as big as an expression lets them be. */
function bigFacts(changes: FactChanges = {}): Facts {
  return sampleFacts({
    'agent.operates': longList,
    'target.tags': longList,
    'target.owner': longText,
    'target.labels': { zone: longText, team: longText },
    'environment.name': longText,
    'context.required': longList.map(() => ({
      factType: 'template',
      freshness: 'fresh',
      ageSeconds: 7,
    })),
    input: {
      name: longText,
      list: longList.slice(0, jsonListItems).map(Number),
    },
    ...changes,
  });
}

function compiled(source: string) {
  const result = compileExpression(source);
  return result.ok ? result.expression : undefined;
}

describe('costOf', () => {
  it('is never less than what the library has to do', () => {
    forAll([expressionArbitrary, fc.boolean()], (source, production) => {
      const expression = compiled(source);
      fc.pre(expression !== undefined);
      const facts = bigFacts({ 'environment.production': production });
      expect(countWork(() => expression!.evaluate(facts))).toBeLessThanOrEqual(
        expression!.cost,
      );
    });
  });

  it.each([
    "agent.operates.exists(one, one.startsWith('component:'))",
    "context.required.all(fact, fact.ageSeconds < 60 && fact.freshness == 'fresh')",
    "target.owner.matches('^x*$')",
    "target.owner.contains('x')",
    "'elsewhere' in agent.operates",
  ])('is not far more than that where the facts are big: %s', source => {
    const expression = compiled(source)!;
    const work = countWork(() => expression.evaluate(bigFacts()));
    expect(expression.cost).toBeLessThan(10 * work);
  });

  it.each([
    ['conditions.freeze.active', 10],
    ['environment.production && !action.reversible', 10],
    ['topology.dependents > 20', 10],
    ['history.mutations.lastHour < 10', 10],
    ["target.owner == 'group:default/payments'", 50],
  ])('leaves room for what policies are made of: %s', (source, atMost) => {
    expect(compiled(source)!.cost).toBeLessThan(atMost);
  });

  it('refuses what could take too long, and says what it would take', () => {
    const result = compileExpression(
      'agent.operates.all(one, target.tags.all(other, one != other))',
    );
    expect(result).toMatchObject({
      ok: false,
      problems: [
        {
          reason: expect.stringMatching(/^can take \d{7} steps, at most 20000/),
        },
      ],
    });
  });

  it.each<[string, string, FactChanges]>([
    ['list', "'a' in agent.operates", { 'agent.operates': [...longList, 'a'] }],
    ['text', "target.owner.contains('x')", { 'target.owner': `${longText}x` }],
    [
      'list in the input',
      '1 in input.list',
      { input: { list: longList.slice(0, jsonListItems + 1).map(Number) } },
    ],
    [
      'value in the input',
      'input.tree == input.tree',
      {
        input: {
          tree: Array.from({ length: 20 }, () => longList.slice(0, 60)),
        },
      },
    ],
  ])('a %s beyond the limit is not known', (_, source, changes) => {
    const outcome = compiled(source)!.evaluate(bigFacts(changes));
    expect(outcome.result).toBe('unknown');
    expect(outcome.problem).toMatch(/has more than|is longer than|holds more/);
  });
});

import fc from 'fast-check';
import { Ternary } from '../../../model';
import { forAll } from '../../__testUtils__/forAll';
import { compileExpression } from '../../expressions';
import { expressionArbitrary } from '../../expressions/__testUtils__/expressionArbitrary';
import { factsForExpressions } from '../../expressions/__testUtils__/factsForExpressions';
import { expressionCondition } from './expressionCondition';
import { Implication } from './Implication';

const ORDER: Record<string, number> = { false: 0, unknown: 1, true: 2 };
const order = (result: Ternary) => ORDER[String(result)];

const shows = (one: string, other: string) =>
  new Implication().shows(expressionCondition(one), expressionCondition(other));

const values = fc.constantFrom(
  'topology.dependents',
  'history.mutations.lastHour',
  'input.count',
);
const limits = fc.constantFrom('-1', '0', '7', '8', '30', '1.5', '7.5');
const signs = fc.constantFrom('<', '<=', '>', '>=', '==', '!=');
const words = fc.constantFrom("'a'", "'staging'", "'production'");
const lists = fc
  .array(words, { minLength: 1, maxLength: 3 })
  .map(list => `[${list.join(', ')}]`);

/** Questions that differ in a number or a word. */
const question = fc.oneof(
  fc.tuple(values, signs, limits).map(parts => parts.join(' ')),
  fc.tuple(limits, signs, values).map(parts => parts.join(' ')),
  lists.map(list => `environment.name in ${list}`),
  words.map(word => `environment.name == ${word}`),
  words.map(word => `${word} != environment.name`),
  lists.map(list => `input.name in ${list}`),
  words.map(word => `input.name == ${word}`),
  expressionArbitrary,
);

const formula = fc.letrec<{ one: string }>(tie => ({
  one: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'formula' },
    question,
    tie('one').map(inner => `!(${inner})`),
    fc
      .tuple(tie('one'), fc.constantFrom('&&', '||'), tie('one'))
      .map(([left, joint, right]) => `(${left}) ${joint} (${right})`),
  ),
})).one;

/** Two formulas of which the one may well imply the other. */
const pairs = fc.oneof(
  fc.tuple(question, question),
  fc
    .tuple(formula, formula)
    .map(([one, more]) => [`(${one}) && (${more})`, one]),
  fc
    .tuple(formula, formula)
    .map(([one, more]) => [one, `(${one}) || (${more})`]),
  fc
    .tuple(formula, formula)
    .map(([one, more]) => [`!(${one})`, `!((${more}) && (${one}))`]),
  fc.tuple(formula, formula),
);

describe('Implication', () => {
  it('invariant 11: what implies is never truer, whatever is known and whatever is not', () => {
    const seen = { shown: 0, unknown: 0 };
    forAll(
      [pairs, fc.array(factsForExpressions, { minLength: 3, maxLength: 3 })],
      ([one, other], situations) => {
        const compiled = [one, other].map(text => compileExpression(text));
        if (!compiled.every(result => result.ok) || !shows(one, other)) {
          return;
        }
        seen.shown += 1;
        for (const facts of situations) {
          const [is, implied] = compiled.map(result =>
            result.ok ? result.expression.evaluate(facts).result : 'unknown',
          );
          expect(order(is)).toBeLessThanOrEqual(order(implied));
          seen.unknown += is === 'unknown' ? 1 : 0;
        }
      },
    );
    expect(seen.shown).toBeGreaterThan(1_000);
    expect(seen.unknown).toBeGreaterThan(100);
  });

  it.each([
    ['x && y', 'context.floorMet && action.reversible', 'action.reversible'],
    ['x || y', 'action.reversible', 'context.floorMet || action.reversible'],
    [
      'negation',
      '!(context.floorMet || action.reversible)',
      '!context.floorMet',
    ],
    ['sides', "'prod' == environment.name", "environment.name == 'prod'"],
    ['numbers', 'topology.dependents > 20', 'topology.dependents > 10'],
    ['turned numbers', '20 < topology.dependents', 'topology.dependents >= 20'],
    ['words', "environment.name == 'a'", "environment.name in ['b', 'a']"],
    ['false', 'false', 'context.floorMet'],
    ['true', 'context.floorMet', 'true'],
  ])('shows by %s', (_, one, other) => {
    expect(shows(one, other)).toBe(true);
    expect(shows(other, one)).toBe(one === `'prod' == environment.name`);
  });

  it('takes whole numbers and others for different things', () => {
    expect(shows('input.count < 5', 'input.count < 7.5')).toBe(false);
  });
});

import fc from 'fast-check';
import { Ternary } from '../../model';
import { sampleFacts } from '../../testUtils';
import { forAll } from '../__testUtils__/forAll';
import { FactPath, withFact } from '../facts';
import {
  EXPRESSION_PATHS,
  expressionArbitrary,
} from './__testUtils__/expressionArbitrary';
import {
  factsForExpressions,
  notKnownArbitrary,
} from './__testUtils__/factsForExpressions';
import { evaluateByLibraryAlone } from './__testUtils__/libraryAlone';
import { compileExpression } from './compileExpression';
import { CompiledExpression } from './CompiledExpression';

/** Of a generated expression; the few that cost too much are left out. */
function compiled(source: string): CompiledExpression {
  const result = compileExpression(source);
  if (!result.ok) {
    const [{ reason }] = result.problems;
    fc.pre(!/steps, at most|nested deeper|is \d+ characters long/.test(reason));
    throw new Error(`${source}: ${JSON.stringify(result.problems)}`);
  }
  return result.expression;
}

/** Whether one result says no more than the other: the same, or unknown. */
function saysNoMore(less: Ternary, more: Ternary): boolean {
  return less === 'unknown' || less === more;
}

describe('expressions, whatever they are and whatever the facts', () => {
  it('come to what the library alone makes of their text', () => {
    forAll([expressionArbitrary, factsForExpressions], (source, facts) => {
      const { result } = compiled(source).evaluate(facts);
      expect(result).toBe(evaluateByLibraryAlone(source, facts));
    });
  });

  it('invariant 11: say no more when less is known', () => {
    forAll(
      [
        expressionArbitrary,
        factsForExpressions,
        fc.subarray([...EXPRESSION_PATHS], { minLength: 1 }),
        notKnownArbitrary,
      ],
      (source, facts, paths, gone) => {
        const expression = compiled(source);
        const less = paths.reduce(
          (now, path) => withFact(now, path, gone as never),
          facts,
        );
        expect(
          saysNoMore(
            expression.evaluate(less).result,
            expression.evaluate(facts).result,
          ),
        ).toBe(true);
      },
    );
  });

  it('depend on nothing but the facts they say they read', () => {
    forAll(
      [expressionArbitrary, factsForExpressions, factsForExpressions],
      (source, facts, others) => {
        const expression = compiled(source);
        const outcome = expression.evaluate(facts);
        const read = outcome.reads.map(({ path }) => path as FactPath);
        expect(new Set(read).size).toBe(read.length);
        expect(expression.reads).toEqual(expect.arrayContaining(read));
        const changed = EXPRESSION_PATHS.reduce((now, path) => {
          const [group, name] = path.split('.');
          const other = (others as any)[group];
          return read.includes(path)
            ? now
            : withFact(now, path, name ? other[name] : other);
        }, facts);
        expect(expression.evaluate(changed)).toEqual(outcome);
      },
    );
  });

  it('give a reason only where there is no result', () => {
    forAll([expressionArbitrary, factsForExpressions], (source, facts) => {
      const { result, reads, problem } = compiled(source).evaluate(facts);
      const allKnown = reads.every(
        ({ state, value }) => state === 'known' && value !== undefined,
      );
      expect(problem === undefined || result === 'unknown').toBe(true);
      expect(result === 'unknown' && allKnown && !problem).toBe(false);
    });
  });
});

const TOKENS = [
  ...['(', ')', '[', ']', '{', '}', ',', '.', ':', '?', '!', '-', '+', '*'],
  ...['/', '%', '<', '>=', '==', '!=', '&&', '||', ' in ', '=', '&', '"', "'"],
  ...['true', 'false', 'null', '0', '1', '2u', '1.5', "'a'", 'b"x"', '`', '\\'],
  ...['target', 'owner', 'target.owner', 'input', 'input.a', 'agent.operates'],
  ...['conditions.freeze', 'active', 'time.now', 'has', 'size', 'matches'],
  ...['exists', 'all(x, ', 'x', 'map', 'timestamp', 'duration', 'dyn', '\n'],
  ...['//', 'facts', '__proto__', 'constructor', '@result', '\u202e', '\ud800'],
];

describe('any text at all', () => {
  it.each([
    [
      'tokens',
      fc
        .array(fc.constantFrom(...TOKENS), { maxLength: 14 })
        .map(tokens => tokens.join('')),
    ],
    ['characters', fc.string({ unit: 'binary', maxLength: 60 })],
    [
      'a good expression with something in it',
      fc
        .tuple(expressionArbitrary, fc.nat(), fc.constantFrom(...TOKENS))
        .map(
          ([source, at, token]) =>
            source.slice(0, at % (source.length + 1)) +
            token +
            source.slice(at % (source.length + 1)),
        ),
    ],
  ])('%s: is refused with a place and a reason, or evaluated', (_, texts) => {
    forAll([texts, factsForExpressions], (source, facts) => {
      const result = compileExpression(source);
      const problems = result.ok ? [] : result.problems;
      const lines = source.split(/\r\n|\r|\n/);
      expect(
        problems.filter(
          ({ line, column, reason }) =>
            reason === '' || column! > lines[line! - 1].length + 1,
        ),
      ).toEqual([]);
      expect([true, false, 'unknown', 'refused']).toContain(
        result.ok
          ? result.expression.evaluate(facts).result
          : problems.length > 0 && 'refused',
      );
    });
  });

  it('facts that are no facts are not known', () => {
    fc.assert(
      fc.property(expressionArbitrary, fc.anything(), (source, anything) => {
        const broken = { ...sampleFacts(), ...Object(anything) };
        expect([true, false, 'unknown']).toContain(
          compiled(source).evaluate(broken).result,
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

import { compileExpression } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { placeProblem } from './placeProblem';

function problemsOf(source: string) {
  const compiled = compileExpression(source);
  return compiled.ok
    ? []
    : compiled.problems.map(problem => placeProblem(problem, source));
}

const apply = (text: string) => {
  const [{ fix }] = problemsOf(text);
  return fix && text.slice(0, fix.from) + fix.insert + text.slice(fix.to);
};

describe('placeProblem', () => {
  it('marks what the problem is about, and nothing more', () => {
    const source = 'true &&\n  target.ownr == "a"';
    const [{ range }] = problemsOf(source);
    expect(source.slice(range!.from, range!.to)).toBe('ownr');
  });

  it('does not look for what has no line, nor past the end', () => {
    const problem = { field: 'rules', reason: 'is missing' };
    expect(placeProblem(problem, 'a: b').range).toBeUndefined();
    expect(
      placeProblem({ ...problem, line: 9, column: 9 }, 'a: b').range,
    ).toEqual({ from: 4, to: 4 });
    expect(
      placeProblem({ ...problem, line: 1, column: 99 }, 'a: b\nc').range?.from,
    ).toBe(4);
  });

  it.each([
    ['target.ownr == "a"', 'target.owner == "a"'],
    ['enviroment.production', 'environment.production'],
    ['target == "a"', 'target.ref == "a"'],
    ['history.mutationsLastHour < 3', 'history.mutations.lastHour < 3'],
    ['freeze.active', 'conditions.freeze.active'],
    ['conditions.freeze.activ', 'conditions.freeze.active'],
    ['agent.autonomy == "autonomus"', 'agent.autonomy == "autonomous"'],
    ["time.weekday in ['sonday']", "time.weekday in ['sunday']"],
    [
      'agent.operates.exists(each, eech == "a")',
      'agent.operates.exists(each, each == "a")',
    ],
    [
      'action.reversible and environment.production',
      'action.reversible && environment.production',
    ],
    ["target.kind = 'api'", "target.kind == 'api'"],
    [
      'action.reversible or environment.production',
      'action.reversible || environment.production',
    ],
  ])('puts %s right by what was probably meant', (wrong, right) => {
    expect(apply(wrong)).toBe(right);
    expect(problemsOf(right)).toEqual([]);
  });

  it.each(['target["owner"] == "a"', 'environment.rank == 3u', 'has(target)'])(
    'offers no change where it is not plain what it would stand instead of: %s',
    wrong => {
      expect(problemsOf(wrong)[0].fix).toBeUndefined();
    },
  );

  it('does not put a value in the place of the name of its field', () => {
    const { fix } = placeProblem(
      {
        field: 'level',
        line: 1,
        column: 1,
        reason: '“organisation” is not a level; allowed: organization',
        suggestion: 'organization',
      },
      'level: organisation',
    );
    expect(fix).toBeUndefined();
  });
});

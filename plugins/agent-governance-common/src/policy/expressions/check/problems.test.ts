import { compileExpression } from '../compileExpression';
import { EXPRESSION_LIMITS } from '../limits';

type Case = [
  source: string,
  where: [line: number, column: number],
  reason: string,
  suggestion?: string,
];

const NAMES: Case[] = [
  ['target.ownr == "a"', [1, 8], 'reads `target.ownr`', 'target.owner'],
  ['freeze.active', [1, 1], 'the name `freeze`', 'conditions.freeze'],
  ['conditions.freezes.active', [1, 12], 'no fact', 'conditions.freeze'],
  ['conditions.freeze.activ', [1, 19], 'no such field', 'active'],
  [
    'history.mutationsLastHour < 3',
    [1, 9],
    'no fact',
    'history.mutations.lastHour',
  ],
  ['enviroment.production', [1, 1], 'which is no fact', 'environment'],
  ['target == "a"', [1, 1], 'names the group of facts `target`', 'target.ref'],
  ['target.owner.name == "a"', [1, 14], 'is string and has no fields'],
  ['conditions.freeze == true', [1, 19], 'uses `conditions.freeze` whole'],
  ['target.labels == "a"', [1, 15], 'uses `target.labels` whole'],
  ['conditions.freeze', [1, 1], 'uses `conditions.freeze` whole'],
  [
    'true &&\n  false ||\n    target.ownr == "a"',
    [3, 12],
    'reads `target.ownr`',
    'target.owner',
  ],
  [
    'agent.operates.exists(each, eech == "a")',
    [1, 29],
    'the name `eech`',
    'each',
  ],
  [
    'conditions.incident.incidents.exists(i, i.severty == "high")',
    [1, 43],
    'no such field',
    'severity',
  ],
  ['conditions.freeze.freezes == []', [1, 27], 'ask for its size()'],
  ['conditions.stops', [1, 1], 'ask for its size()'],
  ['__proto__.constructor', [1, 1], 'which is no fact'],
  ['conditions.freeze.constructor', [1, 19], 'no such field'],
  ['target.hasOwnProperty', [1, 8], 'which is no fact'],
];

const TYPES: Case[] = [
  ['target.owner', [1, 1], 'comes out as string, not as true or false'],
  ['1 + 1', [1, 3], 'comes out as int'],
  ['target.owner == 3', [1, 14], 'compares string with int'],
  ['time.now < "2026-12-24"', [1, 10], 'timestamp < string'],
  ['environment.rank && true', [1, 1], 'has int beside `&&`'],
  ['!target.owner', [1, 2], 'has string beside `!`'],
  ['target.owner ? true : false', [1, 1], 'has string beside `?`'],
  ['environment.production ? 1 : "a"', [1, 1], 'int or string'],
  [
    'topology.dependents * 1.5 > 3.0',
    [1, 21],
    'int * double',
    'double(…) around the whole number, or 2.0 for 2',
  ],
  ['-target.owner == "a"', [1, 1], '`-` does not take'],
  ['target.owner in "abc"', [1, 14], 'has string after `in`'],
  ['3 in target.tags', [1, 3], 'looks for int in list of string'],
  ['target.owner in [1, 2]', [1, 14], 'looks for string in list of int'],
  ['[1, "a"].exists(x, x == 1)', [1, 5], 'a list of different things'],
  ['size(3) == 1', [1, 1], 'calls `size` with int'],
  ['target.owner.startsWith(3)', [1, 14], '`startsWith` with string, int'],
  ['target.owner.exists(o, o == "a")', [1, 1], 'has `exists` over string'],
  ['target.tags.all(t, t)', [1, 20], 'a condition in `all` that is string'],
  ['time.now - 5 > time.now', [1, 10], 'timestamp - int'],
];

const WORDS: Case[] = [
  [
    'agent.autonomy == "autonomus"',
    [1, 19],
    'which it never is; it is one of observe',
    'autonomous',
  ],
  ['"unwell" != conditions.health.status', [1, 1], 'healthy, degraded'],
  [
    'time.weekday in ["saturday", "sonday"]',
    [1, 30],
    'which it never is',
    'sunday',
  ],
  [
    'context.required.exists(c, c.freshness == "frsh")',
    [1, 43],
    'which it never is',
    'fresh',
  ],
];

const REFUSED: Case[] = [
  ['has(target.system)', [1, 1], 'never “absent, so fine”'],
  ['has(input.version)', [1, 1], 'never “absent, so fine”'],
  ['has(target)', [1, 1], 'never “absent, so fine”'],
  ['"a" in target.labels', [1, 5], 'asks whether a key is there'],
  ['target.labels.exists(key, key == "a")', [1, 1], '`target.labels` whole'],
  ['size(target.labels) == 0', [1, 1], '`target.labels` whole'],
  ['target.labels[target.owner] == "a"', [1, 14], 'a key that is not constant'],
  ['facts["target.owner"] == "a"', [1, 1], 'the name `facts`'],
  [
    'target["owner"] == "a"',
    [1, 7],
    'facts are named with dots',
    'target.owner',
  ],
  ['agent.operates[-1] == "a"', [1, 15], 'a key that is not constant'],
  ['agent.operates["a"] == "a"', [1, 15], 'list of string and has no fields'],
  ['target.labels[0] == "a"', [1, 14], 'asks for entry 0'],
  ['target.tags.map(t, t + "a") == ["a"]', [1, 13], 'has `map`'],
  ['target.tags.filter(t, t == "a").size() == 1', [1, 13], 'has `filter`'],
  ['target.tags.exists()', [1, 13], 'without a name and a condition'],
  ['target.tags.exists("t", true)', [1, 13], 'without a name and a condition'],
  ['target.tags.exists(target, true)', [1, 13], 'already means something here'],
  [
    'target.tags.all(t, target.tags.all(t, true))',
    [1, 32],
    'already means something here',
  ],
  ['target.system == null', [1, 18], 'has `null`'],
  ['environment.rank == 3u', [1, 21], 'has an unsigned number', '3'],
  ['target.owner == b"a"', [1, 17], 'has a constant other than'],
  ['{"a": 1}.a == 1', [1, 1], 'has a map or message in braces'],
  ['Message{a: 1} == 1', [1, 1], 'has a map or message in braces'],
  [
    'target.owner.matches(target.system)',
    [1, 22],
    'a pattern that is not written out',
  ],
  ['target.owner.matches("(a")', [1, 22], 'a pattern that is not RE2'],
  ['target.owner.matches("(?=a)")', [1, 22], 'a pattern that is not RE2'],
  [
    'target.owner.matches("(a{1000}){1000}")',
    [1, 22],
    'a pattern that is not RE2',
  ],
  ['target.owner.matches("a{999}")', [1, 22], 'compiles to 1001 instructions'],
  [
    `target.owner.matches("${'a'.repeat(
      EXPRESSION_LIMITS.patternLength + 1,
    )}")`,
    [1, 22],
    'a pattern of 129 characters',
  ],
  ['timestamp("tomorrow") < time.now', [1, 1], 'which is none'],
  ['duration("3 days") < duration("1h")', [1, 1], 'which is none'],
  ['timestamp(5) < time.now', [1, 1], 'calls `timestamp` with int'],
  ['time.now.getHours() < 5', [1, 10], 'the facts about time'],
  [
    'target.owner.startWith("a")',
    [1, 14],
    'not among the functions',
    'startsWith',
  ],
  [
    'startsWith(target.owner, "a")',
    [1, 1],
    'it is called on a value',
    'startsWith',
  ],
  ['target.owner.duration() == "a"', [1, 14], 'it stands alone', 'duration'],
  ['dyn(target.owner) == 3', [1, 1], 'not among the functions'],
];

const SYNTAX: Case[] = [
  ['', [1, 1], 'is empty'],
  [' \n ', [1, 1], 'is empty'],
  ['target.owner = "a"', [1, 14], 'does not parse: found = ', '=='],
  ['action.mutates and true', [1, 16], 'does not parse: found a', '&&'],
  ['action.mutates or true', [1, 16], 'does not parse: found o', '||'],
  ['not action.mutates', [1, 5], 'does not parse'],
  ['action.mutates &\ntrue', [1, 16], 'does not parse: found &', '&&'],
  ['(action.mutates', [1, 16], 'does not parse: found end of input'],
  ['action.mutates &&\n  ', [1, 16], 'does not parse'],
  ['"unclosed', [1, 1], 'does not parse'],
  ['"\\ud800" == "a"', [1, 1], 'does not parse'],
  ['99999999999999999999 > 1', [1, 1], 'does not fit into 64 bits'],
  ['1e999 > 1.0', [1, 1], 'a number that is too large'],
];

const SIZE: Case[] = [
  [`"${'a'.repeat(3000)}" == "a"`, [1, 2049], 'at most 2048 are allowed'],
  [`${'('.repeat(40)}1`, [1, 33], 'is nested deeper than 32'],
  [`${'1+'.repeat(100)}1 > 0`, [1, 136], 'is nested deeper than 32'],
  [
    'agent.operates.all(a, agent.operates.all(b, a != b))',
    [1, 16],
    'steps, at most 20000 are allowed',
  ],
  [
    'agent.operates.exists(o, o.matches("^component:.*-api$"))',
    [1, 16],
    'steps, at most 20000 are allowed',
  ],
];

describe('what is wrong with an expression is said when it is loaded', () => {
  describe.each<[string, Case[]]>([
    ['a name', NAMES],
    ['a type', TYPES],
    ['a word', WORDS],
    ['not in the subset', REFUSED],
    ['the syntax', SYNTAX],
    ['the size', SIZE],
  ])('%s', (_, cases) => {
    it.each(cases.map(each => [each[0], each] as const))(
      '%s',
      (source, each) => {
        const [, where, reason, suggestion] = each;
        const result = compileExpression(source, {
          field: 'rules[2].when',
          file: 'policy.yaml',
        });
        expect(result.ok).toBe(false);
        const [problem] = result.ok ? [] : result.problems;
        expect(problem).toMatchObject({
          field: 'rules[2].when',
          file: 'policy.yaml',
          expression: source.slice(0, EXPRESSION_LIMITS.sourceLength),
          reason: expect.stringContaining(reason),
        });
        expect([problem.line, problem.column]).toEqual(where);
        expect(problem.suggestion).toEqual(suggestion);
      },
    );
  });

  it('says everything that is wrong, once', () => {
    const result = compileExpression(
      'target.ownr == "a" && (1 + target.ownr) > 3 || agent.nam == "b"',
    );
    expect(result.ok ? [] : result.problems.map(p => p.column)).toEqual([
      8, 35, 54,
    ]);
  });

  it('does not let what an author wrote rewrite the sentence around it', () => {
    const result = compileExpression("target.labels['a\u202eb'].c == 'x'");
    expect(result.ok ? '' : result.problems[0].reason).toContain('\\u{202e}');
  });
});

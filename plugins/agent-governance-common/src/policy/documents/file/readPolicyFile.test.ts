import { stringify } from 'yaml';
import { policyEntity } from '../../__testUtils__/documents';
import { parsePolicy } from '../parsePolicy';
import { policyDigest } from '../policyDigest';
import { readPolicyFile } from './readPolicyFile';
import { MAX_POLICY_FILE_LENGTH } from './readYaml';

/** Problems as `line:column field`. */
function problemsOf(text: string, options = {}): string[] {
  return readPolicyFile(text, options).problems.map(
    ({ line, column, field }) => `${line}:${column} ${field}`,
  );
}

function reasonsOf(text: string): string {
  return readPolicyFile(text)
    .problems.map(({ reason }) => reason)
    .join('; ');
}

const GOOD = stringify(policyEntity());

describe('readPolicyFile', () => {
  it('reads what the catalog would, to the same digest', () => {
    const entity = policyEntity({
      appliesTo: { actions: ['a:*'], targets: { kind: 'component' } },
      rules: [{ name: 'r', effect: 'deny', when: 'conditions.freeze.active' }],
    });
    const parsed = parsePolicy(entity);
    const { policies, problems } = readPolicyFile(stringify(entity));
    expect(problems).toEqual([]);
    expect(policies).toMatchObject([
      {
        digest: parsed.ok && policyDigest(parsed.document),
        place: { line: 1, column: 1 },
        entity,
      },
    ]);
  });

  it('tells everything that is wrong, each with its line and column', () => {
    const text = `# our policies
apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata: { name: first }
spec:
  owner: platform
  level: organisation
  rules:
    - name: freeze
      effect: dney
    - name: wide
      effect: deny
      wen: 'true'
  appliesTo:
    targets:
      speck.type: service
---
apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: second
spec:
  level: organization
  owner: platform
  rules:
    - name: a
      effect: deny
      when: conditions.freze.active
    - name: b
      effect: deny
      when: >-
        conditions.freeze.active &&
        target.ownr == 'x'
    - { name: c, effect: deny, when: "target.owner == 'a' && target.teir == '1'" }
`;
    expect(problemsOf(text)).toEqual([
      '7:10 level',
      '16:19 appliesTo.targets.speck.type',
      '10:15 rules[0].effect',
      '13:12 rules[1].wen',
      '28:24 rules[0].when',
      '33:16 rules[1].when',
      '34:69 rules[2].when',
    ]);
  });

  it('names the file in every problem and every warning', () => {
    const text = `${GOOD}---\n${stringify(
      policyEntity(
        {
          rules: [{ name: 'r', effect: 'deny', when: "'x' in target.tags" }],
        },
        { name: 'other' },
      ),
    )}---\nkind: Component\n`;
    const read = readPolicyFile(text, { file: 'a.yaml' });
    expect(read.policies[1].policy.warnings).toMatchObject([
      { file: 'a.yaml', line: 22, field: 'rules[0].when' },
    ]);
    expect(read.problems.length).toBeGreaterThan(0);
    expect(read.problems.every(({ file }) => file === 'a.yaml')).toBe(true);
  });

  it('leaves other kinds alone where it is told to', () => {
    const text = `kind: Component\n---\n${GOOD}`;
    expect(readPolicyFile(text, { others: 'leave' })).toMatchObject({
      policies: [{ place: { line: 3 } }],
      others: 1,
      problems: [],
    });
    expect(problemsOf(text)).not.toEqual([]);
  });

  it('refuses an environment that does not exist', () => {
    const text = stringify(
      policyEntity({ appliesTo: { environments: ['prod', 'porduction'] } }),
    );
    const [problem] = readPolicyFile(text, {
      environments: ['production'],
    }).problems;
    expect(problem).toMatchObject({
      field: 'appliesTo.environments',
      line: 12,
      reason: expect.stringContaining('production'),
    });
  });

  it('refuses the same policy twice', () => {
    expect(problemsOf(`${GOOD}---\n${GOOD}`)).toEqual(['12:1 metadata.name']);
  });

  it.each([
    ['nothing', '', 'holds no AgentPolicy'],
    ['a comment', '# nothing\n', 'holds no AgentPolicy'],
    ['a text', 'hello\n', 'must be an entity'],
    ['a list', '- 1\n', 'must be an entity'],
    ['no YAML', 'a: b: c\n', 'is no YAML'],
    ['a key twice', 'a: 1\na: 2\n', 'here twice'],
    ['a tag', 'a: !!js/function x\n', 'is no YAML that is read here'],
    [
      'a custom tag',
      'a: !include other.yaml\n',
      'is no YAML that is read here',
    ],
    ['another version', '%YAML 1.1\n---\na: 2026-01-01\n', 'only 1.2'],
    ['a key that is a list', '? [a]\n: 1\n', 'no plain text'],
    ['an alias of nothing', 'a: *b\n', 'no anchor'],
    ['what contains itself', 'a: &b [*b]\n', 'contain itself'],
    [
      'half a character',
      GOOD.replace('name: policy', 'name: policy\n  title: "\\ud800"'),
      'recorded exactly',
    ],
    [
      'a number too large',
      `${GOOD}  appliesTo:\n    targets: { metadata.x: 99999999999999999999 }\n`,
      '',
    ],
  ])('refuses %s', (_, text, reason) => {
    const { policies, problems } = readPolicyFile(text);
    expect(policies).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
    expect(reasonsOf(text)).toContain(reason);
  });

  it('takes no name of a key for anything else', () => {
    const text = GOOD.replace('spec:', 'spec:\n  __proto__: { mode: shadow }');
    expect(reasonsOf(text)).toContain('__proto__');
    expect(({} as { mode?: string }).mode).toBeUndefined();
  });

  it('takes aliases for what they stand for', () => {
    const text = `${GOOD.replace(
      'effect: allow',
      'effect: allow\n      when: &w target.ownr == "x"',
    )}    - { name: other, effect: deny, when: *w }\n`;
    expect(problemsOf(text)).toEqual([
      '11:23 rules[0].when',
      '11:23 rules[1].when',
    ]);
  });

  const bomb = Array.from(
    { length: 12 },
    (_, level) =>
      `a${level + 1}: &a${level + 1} [${Array(10).fill(
        level ? `*a${level}` : 'x',
      )}]`,
  ).join('\n');
  const size = MAX_POLICY_FILE_LENGTH;
  const many = (text: string) => text.repeat(Math.floor(size / text.length));
  const some = (text: string) => text.repeat(45_000);

  it.each([
    ['aliases of aliases', bomb],
    ['more than there may be', 'a'.repeat(size + 1)],
    ['lists in lists', many('[')],
    ['fewer lists in lists', some('[')],
    ['entries in entries', some('- ')],
    ['maps in maps', some('{a:"')],
    ['keys of keys', some('? ')],
    [
      'many keys',
      Array.from({ length: 40_000 }, (_, n) => `key${n}: 1`).join('\n'),
    ],
    ['many anchors', `a: [${many('&a x, ')}]`.slice(0, size)],
    ['many documents', '---\na\n'.repeat(20_000)],
    ['a text without end', `a: "${many('\\n')}`.slice(0, size)],
    ['many problems', 'a: b: c\n'.repeat(12_000)],
    ['tabs', some('\t- ')],
    ['directives', many('%TAG ! x\n')],
  ])('has had enough of %s in time', (_, text) => {
    const read = readPolicyFile(text);
    expect(read.policies).toEqual([]);
    expect(read.problems.length).toBeGreaterThan(0);
  });
});

import { parsePolicy } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { vocabulary } from './__testUtils__/vocabulary';
import { completeFile } from './completeFile';
import { POLICY_SHAPE, Shape } from './policyShape';

/** Completes where the bar is. */
function complete(marked: string, asked = false) {
  const [before, after = ''] = marked.split('│');
  return completeFile(before, after, vocabulary, asked);
}

const labels = (marked: string, asked = false) =>
  complete(marked, asked)?.options.map(({ label }) => label) ?? [];

const POLICY = `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: production
spec:
  owner: group:default/platform
  level: organization
`;

describe('completeFile', () => {
  it('offers fields that are not there yet, above and below', () => {
    expect(labels(`${POLICY}  r│\n  mode: shadow\n`)).toEqual([
      'entity',
      'appliesTo',
      'rules',
      'fixtures',
    ]);
    expect(labels(`│\nkind: AgentPolicy`, true)).toEqual([
      'apiVersion',
      'metadata',
      'spec',
    ]);
  });

  it('opens what a field holds, in the column it belongs', () => {
    const found = complete(`${POLICY}  r│`)!;
    expect(
      found.options.find(({ label }) => label === 'rules')?.insert,
    ).toMatch(/^rules:\n {4}- /);
    expect(found.from).toBe(POLICY.length + 2);
  });

  it.each([
    ['level', 'spec:\n  level: │', ['organization', 'team']],
    ['mode', 'spec:\n  mode: sh│', ['enforce', 'shadow']],
    ['effect', 'spec:\n  rules:\n    - effect: │', ['deny', 'allow']],
    [
      'effect, further down',
      'spec:\n  rules:\n    - name: a\n\n      # why\n      effect: r│',
      ['require-approval'],
    ],
    [
      'effect, with the dash under the field',
      'spec:\n  rules:\n  - name: a\n    effect: d│',
      ['deny'],
    ],
    [
      'actions',
      'spec:\n  appliesTo:\n    actions:\n      - dep│',
      ['deployments:*', 'deployments:rollback', 'ticket-close'],
    ],
    [
      'actions in brackets',
      "spec:\n  appliesTo:\n    actions: ['ticket-close', dep│",
      ['deployments:restart'],
    ],
    [
      'environments in braces',
      'spec:\n  appliesTo: { environments: [│',
      ['staging', 'production'],
    ],
    [
      'checkpoint terms',
      'spec:\n  rules:\n    - checkpoint:\n        anyOf:\n          - allOf:\n              - { from: │',
      ['target-owner'],
    ],
    [
      'durations',
      'spec:\n  rules:\n    - checkpoint:\n        decideWithin: │',
      ['PT4H'],
    ],
    [
      'targets, nested',
      'spec:\n  appliesTo:\n    targets:\n      $any:\n        - sp│',
      ['spec.type', '$not'],
    ],
    ['the second document', 'a: 1\n---\nspec:\n  mode: │', ['shadow']],
  ])('offers what %s can be', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(expected));
  });

  it('names what of a term is missing', () => {
    expect(
      labels(
        'spec:\n  rules:\n    - checkpoint:\n        anyOf:\n          - allOf:\n              - { from: target-owner, c│',
      ),
    ).toEqual(['count']);
  });

  it.each([
    ['plain', 'when: action.reversible && envi│'],
    ['in quotes', "when: '!action.reversible && envi│"],
    ['in double quotes', 'when: "!action.reversible && envi│'],
    ['in a block', 'when: |\n        !action.reversible &&\n        envi│'],
    ['folded', 'when: >-\n        !action.reversible &&\n        envi│'],
  ])('offers facts in an expression, %s', (_, when) => {
    const marked = `spec:\n  rules:\n    - name: a\n      ${when}`;
    const found = complete(marked)!;
    expect(found.options.map(({ label }) => label)).toContain(
      'environment.production',
    );
    expect(found.from).toBe(marked.indexOf('envi│'));
  });

  it('puts no quote into an expression that YAML has in the same quotes', () => {
    const found = complete(
      "spec:\n  rules:\n    - when: 'target.tags.exists(t, t == ''pci'') && target.ref.│",
    )!;
    expect(
      found.options.find(({ label }) => label === 'target.ref.startsWith')
        ?.insert,
    ).toContain('startsWith("');
  });

  it.each([
    ['in a comment', 'spec:\n  level: team # or│'],
    ['where nothing is known', 'spec:\n  nonsense:\n    le│'],
    [
      'behind an expression that is closed',
      "spec:\n  rules:\n    - when: 'true' │",
    ],
    ['on an empty line, where nobody asked', 'spec:\n  │'],
  ])('offers nothing %s', (_, marked) => {
    expect(labels(marked)).toEqual([]);
  });

  it('offers a whole policy to an empty file', () => {
    expect(labels('│', true)).toContain('a whole policy');
    expect(labels('a: b\n---\n│', true)).toContain('a whole policy');
  });
});

/** Every place that holds fields of its own, with a document that has a field nobody knows there. */
function placesOf(shape: Shape, path: string[] = []): Array<[string[], Shape]> {
  return [
    ...(shape.fields ? [[path, shape] as [string[], Shape]] : []),
    ...Object.entries(shape.fields ?? {}).flatMap(([name, inner]) =>
      placesOf(inner, [...path, name]),
    ),
    ...(shape.entries ? placesOf(shape.entries, [...path, '*']) : []),
  ];
}

describe('POLICY_SHAPE', () => {
  const inSpec = placesOf(POLICY_SHAPE).filter(([[first]]) => first === 'spec');

  it.each(
    inSpec.map(([path, shape]) => [path.join('.'), path, shape] as const),
  )('knows the fields of %s that the reader knows', (_, path, { fields }) => {
    const wrong = [...path]
      .reverse()
      .reduce<unknown>(
        (inner, step) => (step === '*' ? [inner] : { [step]: inner }),
        { nonsense: true },
      );
    const parsed = parsePolicy(wrong);
    const problem = parsed.ok
      ? undefined
      : parsed.problems.find(({ field }) => field.endsWith('nonsense'));
    expect(problem?.reason.split('allowed: ')[1].split(', ').sort()).toEqual(
      Object.keys(fields!).sort(),
    );
  });
});

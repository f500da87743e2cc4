import { CriteriaTrace } from '../../model';
import { sampleFacts, unknownFact } from '../../testUtils';
import { CriteriaError } from './CriteriaError';
import { walkCriteria } from './walkCriteria';

const resourceType = 'agent-action';
const yes = { resourceType, rule: 'hasUndo', params: undefined };
const no = { resourceType, rule: 'duringFreeze' };
const open = { resourceType, rule: 'agentOperatesTarget' };
const claim = { resourceType, rule: 'requestedOnBehalfOfOwner' };
const run = { resourceType, rule: 'runWithin', params: { mutations: 5 } };
const facts = sampleFacts({ 'topology.operates': unknownFact });

function nested(depth: number): unknown {
  return depth === 0 ? yes : { not: nested(depth - 1) };
}

describe('walkCriteria', () => {
  it.each([
    [{ allOf: [yes, yes] }, true],
    [{ allOf: [yes, no, open] }, false],
    [{ allOf: [yes, open] }, 'unknown'],
    [{ anyOf: [no, yes, open] }, true],
    [{ anyOf: [no, open] }, 'unknown'],
    [{ anyOf: [no, no] }, false],
    [{ not: yes }, false],
    [{ not: open }, 'unknown'],
    [{ not: { anyOf: [no, { not: { allOf: [yes, { not: no }] } }] } }, true],
    [{ not: { anyOf: [no, { not: { allOf: [yes, open] } }] } }, 'unknown'],
  ])('invariant 11: %j is %s', (criteria, result) => {
    expect(walkCriteria(criteria as never, facts).result).toBe(result);
  });

  it('evaluates every node, also those that no longer matter', () => {
    const trace = walkCriteria(
      { anyOf: [yes, { allOf: [no, { not: open }] }] },
      facts,
    );
    const rules = (node: CriteriaTrace): string[] =>
      node.kind === 'rule' ? [node.rule] : node.children.flatMap(rules);
    expect(rules(trace)).toEqual([
      'hasUndo',
      'duringFreeze',
      'agentOperatesTarget',
    ]);
  });

  it.each([
    [{ allOf: [yes, run] }, true],
    [{ allOf: [yes, claim] }, false],
    [{ anyOf: [{ allOf: [yes, claim] }, { allOf: [yes, run] }] }, true],
    [{ allOf: [yes, { anyOf: [claim, run] }] }, true],
    [{ allOf: [{ allOf: [{ allOf: [run] }] }, yes] }, true],
  ])(
    'takes what an agent says where it narrows what stands without it: %j',
    (criteria, result) => {
      expect(walkCriteria(criteria as never, facts).result).toBe(result);
    },
  );

  it.each<[string, unknown, string]>([
    ['an unknown rule', { resourceType, rule: 'isOwner' }, 'unknown rule'],
    [
      'a name every object has',
      { resourceType, rule: 'constructor' },
      'unknown rule',
    ],
    [
      'another resource type',
      { ...yes, resourceType: 'catalog-entity' },
      'resource type',
    ],
    ['no resource type', { rule: 'hasUndo' }, 'resource type'],
    [
      'wrong params, in a branch that does not matter',
      {
        anyOf: [
          yes,
          {
            resourceType,
            rule: 'withinTopologyDistance',
            params: { max: '1' },
          },
        ],
      },
      '$.anyOf[1]: withinTopologyDistance: max',
    ],
    [
      'a misspelt parameter',
      { resourceType, rule: 'contextMeets', params: { factType: ['x'] } },
      'factType',
    ],
    [
      'no parameters where some are needed',
      { resourceType, rule: 'inEnvironment' },
      'names or production',
    ],
    [
      'parameters where there are none',
      { ...no, params: { hard: true } },
      'takes no parameters',
    ],
    [
      'a * in the middle',
      { resourceType, rule: 'actionIs', params: { ids: ['a*b'] } },
      'only stand at the end',
    ],
    [
      'a filter that speaks of what nobody knows',
      {
        resourceType,
        rule: 'targetMatches',
        params: { filter: { 'spec.tipe': 'service' } },
      },
      'did you mean spec.type?',
    ],
    [
      'bounds of nothing',
      { allOf: [yes, { resourceType, rule: 'runWithin', params: {} }] },
      'at least one of mutations',
    ],
    [
      'what an agent says, alone',
      claim,
      'requestedOnBehalfOfOwner: what the agent says about itself grants nothing',
    ],
    ['the same as an alternative', { anyOf: [yes, claim] }, '$.anyOf[1]'],
    ['the same negated', { allOf: [yes, { not: claim }] }, '$.allOf[1].not'],
    [
      'the same negated twice',
      { allOf: [yes, { not: { not: claim } }] },
      '$.allOf[1].not',
    ],
    [
      'the same as an alternative to what narrows',
      { allOf: [yes, { anyOf: [yes, { allOf: [claim, run] }] }] },
      '$.allOf[1].anyOf[1]: requestedOnBehalfOfOwner, runWithin: what',
    ],
    [
      'nothing but what an agent says',
      { allOf: [claim, run] },
      'grants nothing',
    ],
    ['an empty allOf', { allOf: [] }, 'at least one'],
    ['an empty anyOf', { not: { anyOf: [] } }, 'at least one'],
    ['a hole', { allOf: [yes, , yes] }, 'is no criteria'], // eslint-disable-line no-sparse-arrays
    ['two kinds at once', { allOf: [yes], not: no }, 'exactly one'],
    ['a condition that is also a group', { ...yes, allOf: [no] }, 'condition'],
    ['nothing', undefined, 'is no criteria'],
    ['a list', [yes], 'is no criteria'],
    ['something else', { xor: [yes] }, 'xor'],
    ['33 levels', nested(33), 'deeper than 32'],
    ['501 nodes', { anyOf: Array(500).fill(yes) }, 'more than 500'],
  ])('invariant 2: refuses %s as a whole', (_, criteria, message) => {
    const walk = () => walkCriteria(criteria as never, facts);
    expect(walk).toThrow(CriteriaError);
    expect(walk).toThrow(message);
  });

  it('invariant 11: a rule that breaks over malformed facts has found nothing out', () => {
    const broken = sampleFacts({
      'context.quoted': { result: 'mismatch', differences: [null as never] },
    });
    const mismatches = { resourceType, rule: 'quotedContextMismatches' };
    expect(walkCriteria({ not: mismatches }, broken)).toMatchObject({
      result: 'unknown',
      children: [
        {
          because: expect.stringContaining('the rule quotedContextMismatches'),
        },
      ],
    });
  });

  it('takes as much as it says', () => {
    expect(walkCriteria(nested(32) as never, facts).result).toBe(true);
    expect(
      walkCriteria({ anyOf: Array(499).fill(yes) as never }, facts).result,
    ).toBe(true);
  });
});

import {
  CriteriaTrace,
  Ternary,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { decisiveChildren } from './decisiveChildren';

const rule = (result: Ternary): CriteriaTrace => ({
  kind: 'rule',
  rule: 'any',
  params: {},
  result,
  because: '',
  reads: [],
});

describe('decisiveChildren', () => {
  it.each<['allOf' | 'anyOf', Ternary, Ternary[], Ternary[]]>([
    ['anyOf', true, [false, true, 'unknown'], [true, 'unknown']],
    ['anyOf', false, [false, false], [false, false]],
    ['anyOf', 'unknown', [false, 'unknown'], ['unknown']],
    ['allOf', true, [true, true], [true, true]],
    ['allOf', false, [true, false, 'unknown'], [false, 'unknown']],
    ['allOf', 'unknown', [true, 'unknown'], ['unknown']],
  ])(
    'of %s that is %s among %j picks %j',
    (kind, result, children, expected) => {
      const { decisive, others } = decisiveChildren({
        kind,
        result,
        children: children.map(rule),
      });
      expect(decisive.map(child => child.result)).toEqual(expected);
      expect(decisive.length + others.length).toBe(children.length);
    },
  );
});

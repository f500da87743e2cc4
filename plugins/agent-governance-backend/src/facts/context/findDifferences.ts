import {
  ContextFact,
  QuotedContextValue,
} from '@agentgov/backstage-plugin-agent-governance-common';

type Comparable = Pick<
  ContextFact,
  'factType' | 'digest' | 'value' | 'source' | 'observedAt'
>;

/**
 * What of an entity's context is no longer what was quoted, by value: stated otherwise, stated
 * since, or no longer agreed. Who states the same value, and when, makes no difference.
 */
export function findDifferences(
  quoted: Comparable[],
  current: Comparable[],
): NonNullable<QuotedContextValue['differences']> {
  const before = new Map(quoted.map(fact => [fact.factType, fact]));
  const after = new Map(current.map(fact => [fact.factType, fact]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap(factType => {
      const was = before.get(factType);
      const is = after.get(factType);
      if (was?.digest === is?.digest) {
        return [];
      }
      return [
        {
          factType,
          ...(was?.value !== undefined && { quoted: was.value }),
          ...(is?.value !== undefined && { current: is.value }),
          source: is?.source ?? was?.source ?? 'none',
          ...(is?.observedAt !== undefined && { changedAt: is.observedAt }),
        },
      ];
    });
}

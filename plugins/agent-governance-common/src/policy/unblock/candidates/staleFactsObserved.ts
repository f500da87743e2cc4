import { Fact, Facts } from '../../../model';
import { FactPath, withFact } from '../../facts';
import { changing, UnblockCandidate } from '../UnblockCandidate';
import { refOf } from './refOf';

/** Facts that went stale, observed anew and found as they were: what asking again later may bring. */
export function staleFactsObserved(facts: Facts): UnblockCandidate[] {
  const stale = factsOf(facts).filter(
    ([, fact]) => fact?.state === 'stale' && fact.value !== undefined,
  );
  if (stale.length === 0) {
    return [];
  }
  return [
    {
      steps: [
        {
          kind: 'retry',
          message: `Ask again later: ${stale
            .map(([path]) => path)
            .join(', ')} must be observed anew first.`,
          who: refOf(facts, 'agent.ref'),
        },
      ],
      apply: changing(before =>
        stale.reduce(
          (after, [path, fact]) =>
            withFact(after, path, { ...fact, state: 'known' } as never),
          before,
        ),
      ),
    },
  ];
}

function factsOf(facts: Facts): Array<[FactPath, Fact | undefined]> {
  const { schemaVersion, input, ...groups } = facts;
  return Object.entries(groups).flatMap(([group, members]) =>
    Object.entries(members ?? {}).map(
      ([name, fact]) =>
        [`${group}.${name}` as FactPath, fact as Fact] as [FactPath, Fact],
    ),
  );
}

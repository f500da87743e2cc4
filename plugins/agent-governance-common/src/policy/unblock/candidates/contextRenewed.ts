import { ContextFactValue, Facts, known } from '../../../model';
import { readFact, withFact } from '../../facts';
import { plainText } from '../../wording';
import { changing, UnblockCandidate } from '../UnblockCandidate';
import { aboutTarget, refOf } from './refOf';

/** Each context fact by itself: they are renewed by different people. */
export function contextRenewed(facts: Facts): UnblockCandidate[] {
  const { value: required = [] } = readFact(facts, 'context.required');
  return required
    .filter(fact => !isGoodEnough(fact))
    .map(fact => ({
      steps: [
        {
          kind: 'context-renewed',
          message: `The context fact ${plainText(fact.factType)} is ${
            fact.freshness
          }; it must be reported or signed off anew.`,
          who: whoRenews(fact, facts),
          about: aboutTarget(facts),
        },
      ],
      apply: changing(before => renew(before, fact.factType)),
    }));
}

function renew(facts: Facts, factType: string): Facts {
  const { value = [], read } = readFact(facts, 'context.required');
  const renewed = value.map(fact =>
    fact.factType === factType
      ? { ...fact, freshness: 'fresh' as const }
      : fact,
  );
  return withFact(
    withFact(facts, 'context.required', known(renewed, read.source)),
    'context.floorMet',
    known(renewed.every(isGoodEnough), read.source),
  );
}

function isGoodEnough({ freshness }: ContextFactValue): boolean {
  return freshness === 'fresh' || freshness === 'ageing';
}

function whoRenews({ signOffBy }: ContextFactValue, facts: Facts): string[] {
  return signOffBy === undefined || signOffBy === 'target-owner'
    ? refOf(facts, 'target.owner')
    : [signOffBy];
}

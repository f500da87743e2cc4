import {
  ContextFactValue,
  Facts,
  freezeCondition,
  known,
  QuotedContextValue,
  StopScope,
} from '../../model';
import { readFact, withFact } from '../facts';
import {
  describeStopScope,
  formatInstant,
  plainText,
  quoteText,
} from '../wording';
import { staleFactsCandidate } from './staleFactsCandidate';
import { UnblockCandidate } from './UnblockCandidate';

/** Everything about these facts that could come to be otherwise without another request. */
export function unblockCandidates(facts: Facts): UnblockCandidate[] {
  return [
    ...stopsReleased(facts),
    ...freezesEnd(facts),
    ...contextRenewed(facts),
    ...contextRequoted(facts),
    ...staleFactsCandidate(facts),
  ];
}

/** One candidate for all of them: each stop denies by itself. */
function stopsReleased(facts: Facts): UnblockCandidate[] {
  const { value: stops = [], read } = readFact(facts, 'conditions.stops');
  if (stops.length === 0) {
    return [];
  }
  return [
    {
      steps: stops.map(({ scope, reason, pulledBy }) => ({
        kind: 'stop-released',
        message: `The stop ${quoteText(reason)}, which ${plainText(
          pulledBy,
        )} pulled, must be released: ${describeStopScope(scope)} is stopped.`,
        who: whoReleases(scope, facts),
      })),
      apply: before =>
        withFact(before, 'conditions.stops', known([], read.source)),
    },
  ];
}

/** Platform administrators may too, and are nowhere in the facts. */
function whoReleases({ kind, on }: StopScope, facts: Facts): string[] {
  switch (kind) {
    case 'agent':
      return [
        ...refOf(facts, 'agent.owner'),
        ...(on === undefined ? [] : refOf(facts, 'target.owner')),
      ];
    case 'target':
      return refOf(facts, 'target.owner');
    default:
      return [];
  }
}

/** One candidate for all of them: while one freeze is in force, the end of another changes nothing. */
function freezesEnd(facts: Facts): UnblockCandidate[] {
  const { value, read } = readFact(facts, 'conditions.freeze');
  if (!value?.active) {
    return [];
  }
  return [
    {
      steps: value.freezes.map(({ reason, owner, to }) => ({
        kind: 'freeze-ends',
        message: `The freeze ${quoteText(reason)} ends ${plainText(
          formatInstant(to),
        )}; ${plainText(owner)} answers for it.`,
        who: [owner],
        at: to,
      })),
      apply: before =>
        withFact(
          before,
          'conditions.freeze',
          known(freezeCondition([], value.excepted), read.source),
        ),
    },
  ];
}

function contextRenewed(facts: Facts): UnblockCandidate[] {
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
        },
      ],
      apply: before => renew(before, fact.factType),
    }));
}

function contextRequoted(facts: Facts): UnblockCandidate[] {
  const { value: quoted, read } = readFact(facts, 'context.quoted');
  if (quoted === undefined || quoted.result === 'matches') {
    return [];
  }
  return [
    {
      steps: [
        {
          kind: 'context-requoted',
          message:
            "Fetch the target's context again, act on it as it is now, and ask anew quoting it.",
          who: refOf(facts, 'agent.ref'),
        },
      ],
      apply: before =>
        withFact(
          before,
          'context.quoted',
          known<QuotedContextValue>({ result: 'matches' }, read.source),
        ),
    },
  ];
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

function refOf(
  facts: Facts,
  path: 'agent.ref' | 'agent.owner' | 'target.owner',
): string[] {
  const { value } = readFact(facts, path);
  return value === undefined ? [] : [value];
}

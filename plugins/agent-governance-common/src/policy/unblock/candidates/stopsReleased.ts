import { Facts, known, StopScope } from '../../../model';
import { readFact, withFact } from '../../facts';
import { describeStopScope, plainText, quoteText } from '../../wording';
import { changing, UnblockCandidate } from '../UnblockCandidate';
import { refOf } from './refOf';

/** One candidate for all of them: each stop denies by itself. */
export function stopsReleased(facts: Facts): UnblockCandidate[] {
  const { value: stops = [], read } = readFact(facts, 'conditions.stops');
  if (stops.length === 0) {
    return [];
  }
  return [
    {
      steps: stops.map(({ id, scope, reason, pulledBy }) => ({
        kind: 'stop-released',
        about: { kind: 'stop', ref: id },
        message: `The stop ${quoteText(reason)}, which ${plainText(
          pulledBy,
        )} pulled, must be released: ${describeStopScope(scope)} is stopped.`,
        who: whoReleases(scope, facts),
      })),
      apply: changing(before =>
        withFact(before, 'conditions.stops', known([], read.source)),
      ),
    },
  ];
}

/** Platform administrators may too, and are nowhere in the facts. */
function whoReleases({ kind, on }: StopScope, facts: Facts): string[] {
  switch (kind) {
    case 'agent':
      return refOf(facts, on === undefined ? 'agent.owner' : 'target.owner');
    case 'target':
      return refOf(facts, 'target.owner');
    default:
      return [];
  }
}

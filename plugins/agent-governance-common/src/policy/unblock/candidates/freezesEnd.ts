import { Facts, freezeCondition, known } from '../../../model';
import { readFact, withFact } from '../../facts';
import { formatInstant, plainText, quoteText } from '../../wording';
import { changing, UnblockCandidate } from '../UnblockCandidate';

/** One candidate for all of them: while one freeze is in force, the end of another changes nothing. */
export function freezesEnd(facts: Facts): UnblockCandidate[] {
  const { value, read } = readFact(facts, 'conditions.freeze');
  if (!value?.active) {
    return [];
  }
  return [
    {
      steps: value.freezes.map(({ id, reason, owner, to }) => ({
        kind: 'freeze-ends',
        about: { kind: 'freeze', ref: id },
        message: `The freeze ${quoteText(reason)} ends ${plainText(
          formatInstant(to),
        )}; ${plainText(owner)} answers for it.`,
        who: [owner],
        at: to,
      })),
      apply: changing(before =>
        withFact(
          before,
          'conditions.freeze',
          known(freezeCondition([], value.excepted), read.source),
        ),
      ),
    },
  ];
}

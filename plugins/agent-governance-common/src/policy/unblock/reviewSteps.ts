import { CheckpointProgress, ReviewProgress, UnblockStep } from '../../model';
import { listed, soManyReviewsBy } from '../checkpoints/words';

/**
 * The reviews a hold still needs, as steps that unblock it: one for each checkpoint that is not satisfied yet.
 *
 * @public
 */
export function reviewSteps({ checkpoints }: ReviewProgress): UnblockStep[] {
  return checkpoints
    .filter(({ met }) => !met)
    .map(checkpoint => ({
      kind: 'review',
      message: inWords(checkpoint),
      who: [
        ...new Set(
          checkpoint.anyOf.flatMap(({ missing }) =>
            missing.flatMap(({ resolved }) => resolved),
          ),
        ),
      ],
      verdict: 'allow',
    }));
}

function inWords({ anyOf }: CheckpointProgress): string {
  const ways = anyOf.map(({ missing }) =>
    listed(
      missing.map(({ count, from, resolved }) =>
        soManyReviewsBy(count, resolved.length > 0 ? resolved : from),
      ),
      'and',
    ),
  );
  const text = [...new Set(ways)].join(', or ');
  return `${text.charAt(0).toLocaleUpperCase('en-US')}${text.slice(1)}.`;
}

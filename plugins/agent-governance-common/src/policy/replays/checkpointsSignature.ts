import { Checkpoint } from '../../model';
import { soManyOf } from '../checkpoints/words';

/**
 * What checkpoints ask of people: who, how many, by when. Two holds with the same one ask the same, whatever the
 * policies are called that ask it.
 */
export function checkpointsSignature(
  checkpoints: readonly Checkpoint[],
): string {
  return JSON.stringify(
    checkpoints
      .map(({ anyOf, decideWithin, executeWithin }) =>
        JSON.stringify([
          anyOf
            .map(({ allOf }) =>
              JSON.stringify(
                allOf
                  .map(({ resolved, count }) =>
                    JSON.stringify([[...resolved].sort(), count]),
                  )
                  .sort(),
              ),
            )
            .sort(),
          decideWithin,
          executeWithin,
        ]),
      )
      .sort(),
  );
}

/** Who is asked, in words; one for each checkpoint. */
export function describeCheckpoints(
  checkpoints: readonly Checkpoint[],
): string[] {
  return checkpoints.map(({ anyOf, decideWithin }) => {
    const ways = anyOf.map(({ allOf }) =>
      allOf
        .map(({ count, resolved }) => soManyOf(count, resolved))
        .join(' and '),
    );
    return `${ways.join(', or ')} (within ${decideWithin})`;
  });
}

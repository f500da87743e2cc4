import { Checkpoint, CheckpointSeats } from '../../model';
import { Approval } from './Approval';
import { seatApprovals } from './seatApprovals';

/**
 * Which approval counts where, when these approvals satisfy all these checkpoints; `undefined` when they do not.
 *
 * Every checkpoint by the first of its alternatives that is met, each term by people of its own. Another checkpoint
 * asks anew: the same person may count there again, once. A hold without checkpoints is never satisfied.
 *
 * @public
 */
export function seatingOf(
  checkpoints: Checkpoint[],
  approvals: Approval[],
): CheckpointSeats[] | undefined {
  const seats = checkpoints.flatMap(({ id, anyOf }) => {
    const ways = anyOf.map(alternative =>
      seatApprovals(alternative, approvals),
    );
    const alternative = ways.findIndex(({ met }) => met);
    return alternative < 0
      ? []
      : [
          {
            checkpoint: id,
            alternative,
            terms: ways[alternative].terms.map(counted =>
              counted.map(approval => approval.id),
            ),
          },
        ];
  });
  return seats.length > 0 && seats.length === checkpoints.length
    ? seats
    : undefined;
}

/** Whether these approvals satisfy all these checkpoints; see {@link seatingOf}. @public */
export function quorumMet(
  checkpoints: Checkpoint[],
  approvals: Approval[],
): boolean {
  return seatingOf(checkpoints, approvals) !== undefined;
}

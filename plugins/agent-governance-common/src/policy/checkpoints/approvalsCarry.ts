import { Checkpoint, Decision } from '../../model';
import { Approval } from './Approval';
import { quorumMet } from './seatingOf';

/**
 * Whether what was approved under an earlier hold may go on under the decision made now (invariant 5).
 *
 * Yes if the new decision allows it; or if it holds it for no other checkpoints than the earlier one did (some may be
 * gone), and the approvals given satisfy them as they are asked for *now*. A checkpoint of a rule that did not ask
 * before is a place where nobody has looked yet: the same people may satisfy it, but not with the votes they gave
 * before it was there. Everything else is stricter.
 *
 * What is compared is the verdict and the required checkpoints, not digests and not deadlines: time passes, so facts
 * differ.
 *
 * @param approvals - of the earlier hold, with the standing their authors have now
 * @public
 */
export function approvalsCarry(
  earlier: Pick<Decision, 'verdict' | 'checkpoints'> | undefined,
  now: Pick<Decision, 'verdict' | 'checkpoints'>,
  approvals: Approval[],
): boolean {
  switch (now.verdict) {
    case 'allow':
      return true;
    case 'hold':
      return (
        earlier?.verdict === 'hold' &&
        now.checkpoints.every(asked =>
          earlier.checkpoints.some(before => samePlace(before, asked)),
        ) &&
        quorumMet(now.checkpoints, approvals)
      );
    default:
      return false;
  }
}

function samePlace(one: Checkpoint, other: Checkpoint): boolean {
  return one.policy === other.policy && one.rule === other.rule;
}

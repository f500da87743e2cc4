import { ActionRequestState } from '../model';

type Moves = Readonly<
  Partial<Record<ActionRequestState, readonly ActionRequestState[]>>
>;

/**
 * The published moves of an action request, by the kind of entry that may record them. The verifier has its own
 * copy: were it the writer's, a writer that allows itself more would be believed.
 */
export const LEGAL_MOVES = {
  decided: {
    proposed: ['denied', 'held', 'authorised'],
    held: ['held', 'authorised', 'denied'],
    authorised: ['held', 'denied'],
  },
  transitioned: {
    held: ['expired', 'rejected', 'withdrawn', 'voided', 'stopped'],
    authorised: ['lapsed', 'withdrawn', 'voided', 'stopped'],
    executing: ['unknown'],
  },
  claimed: {
    authorised: ['executing'],
    executing: ['executing'],
    unknown: ['executing'],
  },
  reconciled: {
    unknown: ['reconciled'],
  },
} as const satisfies Record<string, Moves>;

export function isLegalMove(
  kind: keyof typeof LEGAL_MOVES,
  from: ActionRequestState,
  to: ActionRequestState,
): boolean {
  const moves: Moves = LEGAL_MOVES[kind];
  return moves[from]?.includes(to) ?? false;
}

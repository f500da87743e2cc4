import { ActionRequestState } from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Every legal move of an action request. What is not here is refused.
 *
 * `proposed` is where a request is before it is decided; it is never stored.
 */
export const TRANSITIONS: Readonly<
  Record<ActionRequestState, readonly ActionRequestState[]>
> = {
  proposed: ['denied', 'held', 'authorised'],
  held: [
    'held', // decided again, stricter: fresh reviews
    'authorised',
    'denied',
    'rejected',
    'expired',
    'withdrawn',
    'voided',
    'stopped',
  ],
  authorised: [
    'executing',
    'held',
    'denied',
    'lapsed',
    'withdrawn',
    'voided',
    'stopped',
  ],
  executing: ['succeeded', 'failed', 'unknown', 'executing'],
  unknown: ['reconciled', 'executing'],
  denied: [],
  rejected: [],
  expired: [],
  withdrawn: [],
  voided: [],
  lapsed: [],
  stopped: [],
  succeeded: [],
  failed: [],
  reconciled: [],
};

/** Whether a request may move from one state to another. */
export function isLegalTransition(
  from: ActionRequestState,
  to: ActionRequestState,
): boolean {
  return TRANSITIONS[from].includes(to);
}

/** States a request can still leave: they count against the agent's cap. */
export const OPEN_STATES = ['held', 'authorised', 'executing'] as const;

/** Whether nothing follows a state. */
export function isTerminal(state: ActionRequestState): boolean {
  return TRANSITIONS[state].length === 0;
}

/** States nothing follows. */
export const ENDED_STATES = (
  Object.keys(TRANSITIONS) as ActionRequestState[]
).filter(isTerminal);

import type {
  ActionRequest,
  ActionRequestState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PortalConnection } from '../portal';
import { pause } from '../retry';
import { WaitOptions } from './WaitOptions';

const UNDER_WAY: ActionRequestState[] = ['proposed', 'authorised', 'executing'];
/** How long anybody waits who does not say. */
export const PATIENCE_SECONDS = 600;
/** As long as the portal lets anybody hang on. */
const LONGEST_POLL_SECONDS = 60;
/** A portal that answers at once that nothing changed is not asked again at once. */
const QUIET_ANSWER_MS = 500;

/**
 * Follows a request until there is nothing more to wait for, or time is up. A portal that is away for a while does not
 * end the waiting.
 *
 * @throws PortalUnavailableError when time is up and the portal does not say how things stand
 */
export async function waitForEnd(
  portal: PortalConnection,
  request: ActionRequest,
  options: WaitOptions & {
    /** States that are no reason to wait, though they are no end. */
    upTo?: ActionRequestState[];
  } = {},
): Promise<ActionRequest> {
  const { seconds = PATIENCE_SECONDS, signal } = options;
  const until = Date.now() + 1000 * seconds;
  let current = request;
  while (isOpen(current, options) && Date.now() < until) {
    const askedAt = Date.now();
    const left = Math.ceil((until - askedAt) / 1000);
    const waitSeconds = Math.min(left, LONGEST_POLL_SECONDS);
    const next = await portal.get<ActionRequest>(requestPath(current.id), {
      query: { sinceRevision: current.revision, waitSeconds },
      patienceSeconds: waitSeconds,
      until,
      signal,
    });
    const tookMs = Date.now() - askedAt;
    if (next.revision === current.revision && tookMs < QUIET_ANSWER_MS) {
      await pause(QUIET_ANSWER_MS - tookMs, signal);
    }
    current = next;
  }
  return current;
}

export function requestPath(id: string): string {
  return `/action-requests/${encodeURIComponent(id)}`;
}

function isOpen(
  { state }: ActionRequest,
  {
    throughHold = true,
    throughUnknown = false,
    upTo = [],
  }: WaitOptions & { upTo?: ActionRequestState[] },
) {
  const waited: Partial<Record<ActionRequestState, boolean>> = {
    held: throughHold,
    unknown: throughUnknown,
  };
  return (waited[state] ?? UNDER_WAY.includes(state)) && !upTo.includes(state);
}

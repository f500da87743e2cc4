import {
  ActionRequest,
  ActionRequestState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ConnectedAgent } from './connectAgent';

const UNDER_WAY: ActionRequestState[] = ['proposed', 'authorised', 'executing'];
const LONGEST_POLL_SECONDS = 30;

export interface WaitOptions {
  /** How long at most. */
  seconds: number;
  /** Whether to wait for people too. */
  throughHold?: boolean;
}

/** Follows a request until there is nothing more to wait for, or the time is up. */
export async function waitFor(
  { portal }: ConnectedAgent,
  request: ActionRequest,
  options: WaitOptions,
): Promise<ActionRequest> {
  const deadline = Date.now() + 1000 * options.seconds;
  let current = request;
  while (isOpen(current, options) && Date.now() < deadline) {
    const left = Math.ceil((deadline - Date.now()) / 1000);
    current = await portal.getActionRequest(current.id, {
      waitSeconds: Math.min(left, LONGEST_POLL_SECONDS),
      sinceRevision: current.revision,
    });
  }
  return current;
}

function isOpen({ state }: ActionRequest, { throughHold }: WaitOptions) {
  return UNDER_WAY.includes(state) || (state === 'held' && throughHold);
}

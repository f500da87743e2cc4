import type {
  ActionCall,
  ActionCallInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PortalConnection } from '../portal';
import { pause } from '../retry';
import { PATIENCE_SECONDS, waitForEnd } from './waitForEnd';
import { WaitOptions } from './WaitOptions';

/** What could not be decided at the moment of effect may be decided a little later. */
const AGAIN_MS = 1_000;

/** Calls an action, waits for people where that is wanted, and calls again once they approved it. */
export async function callThrough(
  portal: PortalConnection,
  input: ActionCallInput,
  options: WaitOptions,
): Promise<ActionCall> {
  const { seconds = PATIENCE_SECONDS, signal } = options;
  const until = Date.now() + 1000 * seconds;
  const left = () => Math.max(0, (until - Date.now()) / 1000);
  for (;;) {
    const called = await portal.post<ActionCall>('/action-calls', {
      body: input,
      repeatable: false,
      // to hang up sooner would cut it off
      patienceSeconds: left(),
      signal,
    });
    const request = await waitForEnd(portal, called.request, {
      ...options,
      seconds: left(),
      upTo: ['authorised'],
    });
    if (request.state !== 'authorised' || left() === 0) {
      const output = called.output ?? request.execution?.output;
      return { request, ...(output && { output }) };
    }
    if (called.request.state === 'authorised') {
      await pause(AGAIN_MS, signal);
    }
  }
}

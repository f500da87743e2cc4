import type {
  Replay,
  ReplaysApi,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Surroundings } from '../Surroundings';

/** How long one question may wait for news. */
const WAIT_SECONDS = 30;

/** Waits until a replay ended and says how far it is; whoever ends the command cancels the replay. */
export async function followReplay(
  started: Replay,
  client: Pick<ReplaysApi, 'getReplay' | 'cancelReplay'>,
  { ended, err }: Pick<Surroundings, 'ended' | 'err'>,
): Promise<Replay> {
  let replay = started;
  let said = '';
  while (replay.state === 'queued' || replay.state === 'running') {
    const now = progressOf(replay);
    if (now !== said) {
      err(`${now}\n`);
      said = now;
    }
    try {
      ended.throwIfAborted();
      replay = await client.getReplay(replay.id, {
        waitSeconds: WAIT_SECONDS,
        revision: replay.revision,
        signal: ended,
      });
    } catch (error) {
      if (ended.aborted) {
        return client.cancelReplay(replay.id);
      }
      throw error;
    }
  }
  return replay;
}

function progressOf({ state, progress: { done, total } }: Replay): string {
  return state === 'queued'
    ? 'The replay waits for its turn.'
    : `${done} of ${total} decisions made again`;
}

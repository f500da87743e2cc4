import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { stringifyError } from '@backstage/errors';
import {
  FromReplayThread,
  ReplayGrounds,
  ToReplayThread,
} from './ReplayMessages';
import { ReplayWork } from './ReplayWork';

/** As far as the computer can: whoever waits for an answer comes first. */
const YIELDING = 10;

/** Says to this file, once it is a thread's own, that it is. */
interface ReplayWorkerData {
  agentGovernanceReplay: ReplayGrounds;
}

/** What to start a thread on this file with. */
export function forReplayWorker(grounds: ReplayGrounds): ReplayWorkerData {
  return { agentGovernanceReplay: grounds };
}

/** On Linux a thread has a priority of its own; elsewhere all of a process have the same, and it stays as it is. */
function yieldToOthers(): void {
  try {
    const [, , thread] = readlinkSync('/proc/thread-self').split('/');
    setPriority(Number(thread), YIELDING);
  } catch {
    // then it competes with everybody
  }
}

/**
 * The thread that makes recorded decisions again. It is given everything it needs and has no database: whatever happens
 * to it happens to one replay.
 */
function runThread(
  port: NonNullable<typeof parentPort>,
  grounds: ReplayGrounds,
): void {
  yieldToOthers();
  const send = (message: FromReplayThread) => port.postMessage(message);
  const work = new ReplayWork(grounds);
  port.on('message', (message: ToReplayThread) => {
    try {
      send(
        message.kind === 'batch'
          ? { kind: 'compared', flips: work.take(message.batch) }
          : { kind: 'tally', tally: work.tally },
      );
    } catch (error) {
      send({ kind: 'failed', message: stringifyError(error) });
    }
  });
  send({ kind: 'ready' });
}

if (!isMainThread && parentPort && workerData?.agentGovernanceReplay) {
  runThread(parentPort, workerData.agentGovernanceReplay);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Outside } from './Outside';
import { Replicas } from './Replicas';

/** How long each caller waits between an answer and its next question: the backends have other things to do, too. */
const THINKING_MS = 100;
/** Effects are counted over this long before the click. */
const RATE_OVER_MS = 2_000;
/** How long agents go on asking after the stop was answered, and effects are watched for. */
const WATCHED_MS = 3_000;
/** The backlog of the round before must have begun to run again. */
const RUNS_AGAIN_WITHIN_MS = 60_000;

/** What pulling one stop came to. */
export interface StopRound {
  /** Effects that began in a second before the click. */
  effectsPerSecond: number;
  /** From the click until the call was answered. */
  answerMs: number;
  /** From the click until the last effect began; 0 when none did. */
  lastEffectMs: number;
  /** Effects that began after the click, and after the answer. */
  afterClick: number;
  afterAnswer: number;
  /** Requests sent after the answer, all of them refused. */
  refused: number;
}

/**
 * Pulls a stop on everything while agents ask both backends without end, watches what still begins, and releases it.
 *
 * @throws Error when anything that was asked for after the answer was not refused
 */
export async function measureStop(options: {
  replicas: Replicas;
  outside: Outside;
  /** How many ask each backend at a time. */
  callers: number;
  loadMs: number;
  /** Which backend the stop is pulled on. */
  through: number;
}): Promise<StopRound> {
  const { replicas, outside, callers, loadMs, through } = options;
  const load = { isOver: false, answeredAt: Infinity, refused: 0 };
  const asking = replicas.clients.flatMap((client, backend) =>
    Array.from({ length: callers }, async (_, caller) => {
      for (let n = 0; !load.isOver; n++) {
        const sentAt = performance.now();
        const { state } = await replicas.ask(
          client,
          backend * 7 + caller * 31 + n,
        );
        if (sentAt > load.answeredAt) {
          if (state !== 'denied') {
            throw new Error(`What was asked for under the stop is ${state}`);
          }
          load.refused += 1;
        }
        await sleep(THINKING_MS);
      }
    }),
  );
  const begun = performance.now();
  await sleep(loadMs);
  await untilRunning(outside, begun);

  const client = replicas.clients[through];
  const clickedAt = performance.now();
  const stop = await replicas.asAdmin<{ id: string; revision: number }>(
    client,
    'POST',
    '/v1/stops',
    { scope: { kind: 'everything' }, reason: 'How long does it take?' },
  );
  load.answeredAt = performance.now();
  await sleep(WATCHED_MS);
  load.isOver = true;
  await Promise.all(asking);

  const after = outside.between(clickedAt);
  const round = {
    effectsPerSecond:
      outside.between(clickedAt - RATE_OVER_MS, clickedAt).length /
      (RATE_OVER_MS / 1_000),
    answerMs: load.answeredAt - clickedAt,
    lastEffectMs: Math.max(0, ...after.map(({ at }) => at - clickedAt)),
    afterClick: after.length,
    afterAnswer: outside.between(load.answeredAt).length,
    refused: load.refused,
  };
  await replicas.asAdmin(client, 'POST', `/v1/stops/${stop.id}/release`, {
    revision: stop.revision,
  });
  return round;
}

async function untilRunning(outside: Outside, since: number): Promise<void> {
  while (outside.between(since).length === 0) {
    if (performance.now() - since > RUNS_AGAIN_WITHIN_MS) {
      throw new Error('Nothing runs that could be stopped');
    }
    await sleep(50);
  }
}

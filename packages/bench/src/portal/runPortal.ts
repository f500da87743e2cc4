import { readSync } from 'node:fs';
import { collectGarbage } from '../decisions/run/collectGarbage';
import { CallMessage, PortalCalls, RESUME_PIPE } from './protocol';
import { PortalUnderTest } from './PortalUnderTest';

/** Started in a process of its own, so that what makes the load and what bears it do not share a thread. */
let portal: PortalUnderTest | undefined;

/** Enough for an answer to leave. */
const PAUSE_DELAY_MS = 50;

const started = () => {
  if (!portal) {
    throw new Error('The portal has not been started');
  }
  return portal;
};

const calls: PortalCalls = {
  start: async options => {
    portal = await PortalUnderTest.start(options);
  },
  usage: async () => started().usage(),
  resident: async () => process.memoryUsage.rss(),
  memory: async () => {
    collectGarbage();
    collectGarbage();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heap: heapUsed + external, resident: rss };
  },
  authorize: async options => started().peer.authorize(options),
  claim: async options => started().effect.claim(options),
  forgetSince: async ({ time }) => started().effect.forgetSince(new Date(time)),
  fillRecord: async ({ count }) => started().effect.fillRecord(count),
  // once the answer is on its way
  pause: async () => {
    setTimeout(waitForPipe, PAUSE_DELAY_MS);
  },
};

/** Nothing else runs while the one thread waits. */
function waitForPipe(): void {
  if (readSync(RESUME_PIPE, Buffer.alloc(1)) === 0) {
    // whoever was to say so is gone
    process.exit();
  }
}

process.on('message', ({ id, name, options }: CallMessage) => {
  (calls[name] as (given: unknown) => Promise<unknown>)(options).then(
    answer => process.send!({ id, answer }),
    error => process.send!({ id, error: error.stack ?? String(error) }),
  );
});
// gone with whoever started it
process.on('disconnect', () => process.exit());

import { mockServices } from '@backstage/backend-test-utils';
import { Loop } from './Loop';

describe('Loop', () => {
  const logger = mockServices.logger.mock();

  /** Resolves with each call, so that nothing here waits for a clock. */
  function start(everyMs: number, fail = false) {
    let onCall = () => {};
    let calls = 0;
    const next = () => new Promise<void>(resolve => (onCall = resolve));
    const first = next();
    const loop = Loop.start({
      name: 'The test',
      everyMs,
      logger,
      call: async () => {
        calls += 1;
        onCall();
        if (fail) {
          throw new Error('broken');
        }
      },
    });
    return { loop, first, next, calls: () => calls };
  }

  it('goes on after a call that failed', async () => {
    const { loop, first, next } = start(1, true);
    await first;
    await next();
    await loop.stop();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('The test failed'),
    );
  });

  it('comes at once when it is nudged, however long the wait would be', async () => {
    const { loop, first, next, calls } = start(3_600_000);
    await first;
    const second = next();
    loop.nudge();
    await second;
    await loop.stop();
    expect(calls()).toBe(2);
  });

  it('stops in the middle of a wait', async () => {
    const { loop, first, calls } = start(3_600_000);
    await first;
    await loop.stop();
    expect(calls()).toBe(1);
  });
});

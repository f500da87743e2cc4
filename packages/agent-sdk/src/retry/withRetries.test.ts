import { PortalUnavailableError } from '../errors';
import { readRetryAfter } from './readRetryAfter';
import { withDefaults } from './RetryOptions';
import { TransientFailure } from './TransientFailure';
import { withRetries } from './withRetries';

const away = new PortalUnavailableError('away');
const limits = withDefaults({ firstPauseMs: 1, longestPauseMs: 2 });

describe('withRetries', () => {
  it('goes on until it works', async () => {
    const attempt = jest
      .fn()
      .mockRejectedValueOnce(new TransientFailure(away))
      .mockRejectedValueOnce(new TransientFailure(away))
      .mockResolvedValue('there');
    await expect(withRetries(attempt, { limits })).resolves.toBe('there');
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('does not go on after what is final, nor past its time', async () => {
    const final = jest.fn().mockRejectedValue(new Error('no'));
    await expect(withRetries(final, { limits })).rejects.toThrow('no');
    expect(final).toHaveBeenCalledTimes(1);

    const late = jest.fn().mockRejectedValue(new TransientFailure(away, 10));
    const until = Date.now() + 9_000;
    await expect(withRetries(late, { limits, until })).rejects.toBe(away);
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('pauses longer each time, never sooner than asked, never all at once', async () => {
    const pauses: number[] = [];
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    const random = jest.spyOn(Math, 'random');
    try {
      const failures = [undefined, undefined, undefined, undefined, 7];
      const attempt = async () => {
        pauses.push(Date.now());
        if (pauses.length <= failures.length) {
          throw new TransientFailure(away, failures[pauses.length - 1]);
        }
        return 'there';
      };
      random.mockReturnValue(0).mockReturnValueOnce(1);
      const done = withRetries(attempt, {
        limits: withDefaults({ firstPauseMs: 100, longestPauseMs: 500 }),
      });
      await jest.advanceTimersByTimeAsync(20_000);
      await expect(done).resolves.toBe('there');
    } finally {
      random.mockRestore();
      jest.useRealTimers();
    }
    expect(pauses.slice(1).map((at, index) => at - pauses[index])).toEqual([
      100, 100, 200, 250, 7250,
    ]);
  });

  it('stops in the middle of a pause when its caller gives up', async () => {
    const controller = new AbortController();
    const attempt = jest.fn().mockImplementation(async () => {
      setImmediate(() => controller.abort(new Error('enough')));
      throw new TransientFailure(away, 30);
    });
    const { signal } = controller;
    await expect(withRetries(attempt, { limits, signal })).rejects.toThrow(
      'enough',
    );
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});

describe('readRetryAfter', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');

  it.each([
    ['120', 120],
    ['0', 0],
    ['Mon, 23 Nov 2026 12:00:30 GMT', 30],
    ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['-5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('reads %p', (text, seconds) => {
    expect(readRetryAfter(new Headers({ 'retry-after': text }), now)).toBe(
      seconds,
    );
  });
});

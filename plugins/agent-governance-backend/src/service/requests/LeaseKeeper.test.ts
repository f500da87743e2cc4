import { Claim } from '../../service/requests/ExecutionQueue';
import { LeaseKeeper } from './LeaseKeeper';

describe('LeaseKeeper', () => {
  const claim = { requestId: 'a request' } as Claim;
  const leaseMs = 8_000;

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function start(renew: () => Promise<boolean>) {
    const stopping = new AbortController();
    const keeper = LeaseKeeper.start({
      queue: { renew: jest.fn(renew) },
      claim,
      leaseMs,
      timeoutMs: 600_000,
      stopping: stopping.signal,
    });
    return { keeper, stopping };
  }

  it('lets an attempt run for as long as the lease is renewed', async () => {
    const { keeper } = start(async () => true);
    await jest.advanceTimersByTimeAsync(10 * leaseMs);
    expect(keeper.signal.aborted).toBe(false);
    keeper.end();
  });

  it('invariant 7: aborts as soon as the lease belongs to somebody else', async () => {
    const { keeper } = start(async () => false);
    await jest.advanceTimersByTimeAsync(leaseMs / 4);
    expect(keeper.signal.reason).toEqual(new Error('The lease was lost'));
    keeper.end();
  });

  it('invariant 7: aborts before the lease ends when the database cannot be reached', async () => {
    const { keeper } = start(async () => {
      throw new Error('no connection');
    });
    await jest.advanceTimersByTimeAsync(leaseMs * 0.75);
    expect(keeper.signal.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(leaseMs * 0.25 - 1);
    expect(keeper.signal.aborted).toBe(true);
    keeper.end();
  });

  it('invariant 7: a renewal that hangs does not count as one', async () => {
    const { keeper } = start(() => new Promise(() => {}));
    await jest.advanceTimersByTimeAsync(leaseMs);
    expect(keeper.signal.aborted).toBe(true);
    keeper.end();
  });

  it('aborts when the worker is told to stop', () => {
    const { keeper, stopping } = start(async () => true);
    stopping.abort();
    expect(keeper.signal.aborted).toBe(true);
    keeper.end();
  });
});

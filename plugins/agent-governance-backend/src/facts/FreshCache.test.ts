import { FreshCache } from './FreshCache';

describe('FreshCache', () => {
  let time = 0;
  const now = () => new Date(time);
  const create = (capacity = 10) =>
    FreshCache.create<string>({ ttlMs: 5_000, capacity, now });

  beforeEach(() => {
    time = 1_000_000;
  });

  it('remembers until the time is up, and says how old the value is', async () => {
    const cache = create();
    const read = jest.fn(async () => `read at ${time}`);
    await cache.get('a', read);
    time += 4_999;
    expect(await cache.get('a', read)).toEqual({
      value: 'read at 1000000',
      readAt: new Date(1_000_000),
    });
    time += 1;
    expect((await cache.get('a', read)).value).toBe('read at 1005000');
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('counts age from before the read, so a slow answer is not younger than it is', async () => {
    const cache = create();
    await cache.get('a', async () => {
      time += 3_000;
      return 'slow';
    });
    time += 2_000;
    expect((await cache.get('a', async () => 'new')).value).toBe('new');
  });

  it('shares one read among those who ask at once', async () => {
    const cache = create();
    const read = jest.fn(async () => 'value');
    await Promise.all([cache.get('a', read), cache.get('a', read)]);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('invariant 2: a failed read is remembered by nobody', async () => {
    const cache = create();
    await expect(
      cache.get('a', async () => {
        throw new Error('down');
      }),
    ).rejects.toThrow('down');
    expect((await cache.get('a', async () => 'up')).value).toBe('up');
  });

  it('invariant 2: a clock that is set back makes no old value young', async () => {
    const cache = create();
    await cache.get('a', async () => 'old');
    time -= 60_000;
    expect((await cache.get('a', async () => 'new')).value).toBe('new');
  });

  it('drops the oldest beyond its capacity', async () => {
    const cache = create(2);
    for (const key of ['a', 'b', 'c']) {
      await cache.get(key, async () => key);
    }
    expect((await cache.get('a', async () => 'again')).value).toBe('again');
    expect((await cache.get('c', async () => 'again')).value).toBe('c');
  });
});

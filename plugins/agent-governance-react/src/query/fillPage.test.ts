import { fillPage } from './fillPage';

/** A portal that hides all but every third item. */
function sparse(total: number) {
  return jest.fn(async (page: { limit: number; cursor?: string }) => {
    const start = Number(page.cursor ?? 0);
    const end = Math.min(start + page.limit, total);
    const items = Array.from(
      { length: end - start },
      (_, i) => start + i,
    ).filter(n => n % 3 === 0);
    return end < total ? { items, nextCursor: String(end) } : { items };
  });
}

describe('fillPage', () => {
  it('asks again until the page is full', async () => {
    const load = sparse(1_000);
    const page = await fillPage({ limit: 6, load });
    expect(page.items).toEqual([0, 3, 6, 9, 12, 15]);
    expect(load.mock.calls.length).toBeGreaterThan(1);
    expect(page.nextCursor).toBeDefined();
  });

  it('never returns more than asked for', async () => {
    const load = sparse(1_000);
    const { items } = await fillPage({ limit: 10, load });
    expect(items.length).toBeLessThanOrEqual(10);
  });

  it('stops at the end', async () => {
    expect(await fillPage({ limit: 20, load: sparse(7) })).toEqual({
      items: [0, 3, 6],
    });
  });

  it('gives up on a desert but says that there is more', async () => {
    const load = jest.fn(async () => ({ items: [], nextCursor: 'on' }));
    expect(await fillPage({ limit: 20, load })).toEqual({
      items: [],
      nextCursor: 'on',
    });
    expect(load).toHaveBeenCalledTimes(8);
  });
});

import { runLoad } from './runLoad';

describe('runLoad', () => {
  it('makes so many calls at a time, each once, and tells the failed from the rest', async () => {
    const indexes: number[] = [];
    let running = 0;
    let most = 0;
    const result = await runLoad({
      concurrency: 3,
      count: 10,
      call: async index => {
        indexes.push(index);
        most = Math.max(most, ++running);
        await new Promise(resolve => setImmediate(resolve));
        running--;
        if (index === 4) {
          throw new Error('four');
        }
      },
    });
    expect(indexes).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(3);
    expect(result.latencies).toHaveLength(9);
    expect(result.errors).toEqual(['Error: four']);
  });

  it('starts nothing when the time is up', async () => {
    const call = jest.fn();
    await runLoad({ concurrency: 2, durationMs: 0, call });
    expect(call).not.toHaveBeenCalled();
  });
});

import { SimulationGate } from './SimulationGate';

describe('SimulationGate', () => {
  it('lets one person through so often within a minute, whatever becomes of it, and others besides', async () => {
    let now = Date.parse('2026-11-23T10:00:00Z');
    const gate = SimulationGate.create({ now: () => new Date(now) });
    for (let count = 0; count < 60; count++) {
      await gate
        .through('user:default/ana', async () => {
          if (count % 2) {
            throw new Error('bad input');
          }
        })
        .catch(() => {});
    }
    const again = () => gate.through('user:default/ana', async () => 'through');
    await expect(again()).rejects.toThrow('60 times within a minute');
    expect(await gate.through('user:default/bo', async () => 'bo')).toBe('bo');
    now += 60_001;
    expect(await again()).toBe('through');
  });
});

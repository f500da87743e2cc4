import { OpenRequestGate } from './OpenRequestGate';

describe('OpenRequestGate', () => {
  it('invariant 15: counts every request of an agent that is on its way in', () => {
    const gate = OpenRequestGate.create();
    const [first, second] = [gate.enter('bot'), gate.enter('bot')];
    expect([first.before, second.before]).toEqual([0, 1]);
    first.leave();
    expect(gate.enter('bot').before).toBe(1);
  });

  it('starts anew when all have left, and one agent takes nothing from another', () => {
    const gate = OpenRequestGate.create();
    gate.enter('bot').leave();
    expect(gate.enter('bot').before).toBe(0);
    expect(gate.enter('other').before).toBe(0);
  });
});

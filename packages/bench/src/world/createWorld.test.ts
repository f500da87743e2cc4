import { createWorld } from './createWorld';

describe('createWorld', () => {
  const world = createWorld({ strangers: 7 });
  const refs = world.entities.map(
    ({ kind, metadata }) =>
      `${kind.toLocaleLowerCase('en-US')}:default/${metadata.name}`,
  );

  it('has at least 200 pairs of an agent and a target, each once', () => {
    const pairs = world.regulars.map(
      ({ agentRef, targetRef }) => `${agentRef} ${targetRef}`,
    );
    expect(new Set(pairs).size).toBe(240);
    expect(pairs).toHaveLength(240);
  });

  it('pairs what exists, with keys, and asks strangers once', () => {
    for (const { agentRef, targetRef } of [
      ...world.regulars,
      ...world.strangers,
    ]) {
      expect(refs).toEqual(expect.arrayContaining([agentRef, targetRef]));
      expect(world.keys.has(agentRef)).toBe(true);
    }
    expect(new Set(world.strangers.map(({ agentRef }) => agentRef)).size).toBe(
      7,
    );
  });
});

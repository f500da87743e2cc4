import { LiveEffect } from './LiveClaims';
import { MemoryLiveClaims } from './MemoryLiveClaims';

const effect: LiveEffect = {
  agentRef: 'agent:default/bot',
  plugin: 'catalog',
  route: 'POST catalog /x',
  bodyDigest: 'a',
};
const hop = { agentRef: effect.agentRef, caller: 'catalog', plugin: 'catalog' };

describe('MemoryLiveClaims', () => {
  it('invariant 1: admits exactly what was announced, and each once', () => {
    const claims = MemoryLiveClaims.create();
    claims.admit(effect);
    claims.admit(effect);
    for (const other of [
      { ...effect, agentRef: 'agent:default/other' },
      { ...effect, plugin: 'scaffolder' },
      { ...effect, route: 'POST catalog /y' },
      { ...effect, bodyDigest: 'b' },
    ]) {
      expect(claims.take(other)).toBe(false);
    }
    expect([1, 2, 3].map(() => claims.take(effect))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('invariant 1: nothing is left of a claim that was released', () => {
    const claims = MemoryLiveClaims.create();
    claims.admit(effect).release();
    expect(claims.take(effect)).toBe(false);
    const second = claims.admit(effect);
    claims.take(effect);
    expect(claims.covers(hop)).toBe(true);
    second.release();
    expect(claims.covers(hop)).toBe(false);
  });

  it('covers what the plugin calls meanwhile: itself, and what is listed', () => {
    const claims = MemoryLiveClaims.create();
    claims.admit({ ...effect, calls: ['scaffolder'] });
    expect(claims.covers(hop)).toBe(false);
    claims.take(effect);
    expect(claims.covers(hop)).toBe(true);
    expect(claims.covers({ ...hop, plugin: 'scaffolder' })).toBe(true);
    expect(claims.covers({ ...hop, plugin: 'search' })).toBe(false);
    expect(claims.covers({ ...hop, caller: 'scaffolder' })).toBe(false);
    expect(
      claims.covers({ ...hop, caller: 'scaffolder', plugin: 'scaffolder' }),
    ).toBe(true);
    expect(claims.covers({ ...hop, agentRef: 'agent:default/other' })).toBe(
      false,
    );
  });
});

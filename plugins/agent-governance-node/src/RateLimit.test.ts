import { RateLimit } from './RateLimit';

describe('RateLimit', () => {
  it('lets a burst pass, and after that so many a second', () => {
    let now = 0;
    const limit = RateLimit.create({ burst: 2, perSecond: 1, now: () => now });
    const asked = () => limit.admits('a');
    expect([asked(), asked(), asked()]).toEqual([true, true, false]);
    now = 999;
    expect(asked()).toBe(false);
    now = 1_500;
    expect([asked(), asked()]).toEqual([true, false]);
    now = 1_000_000;
    expect([asked(), asked(), asked()]).toEqual([true, true, false]);
  });

  it('counts each by itself', () => {
    const limit = RateLimit.create({ burst: 1, perSecond: 1, now: () => 0 });
    expect(limit.admits('a')).toBe(true);
    expect(limit.admits('b')).toBe(true);
    expect(limit.admits('a')).toBe(false);
  });

  it('grants nothing when the clock is set back', () => {
    let now = 1_000;
    const limit = RateLimit.create({ burst: 1, perSecond: 1, now: () => now });
    expect(limit.admits('a')).toBe(true);
    now = 0;
    expect(limit.admits('a')).toBe(false);
  });
});

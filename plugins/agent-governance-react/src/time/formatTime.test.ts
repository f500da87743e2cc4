import { formatDuration, formatRelative, formatUtc } from './formatTime';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');

describe('formatDuration', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [3_600, '1 hour'],
    [86_400, '1 day'],
    [95 * 86_400, '95 days'],
    [400 * 86_400, '1 year'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});

describe('formatRelative', () => {
  it.each([
    ['2026-11-20T11:59:58.000Z', 'just now'],
    ['2026-11-20T11:57:00.000Z', '3 minutes ago'],
    ['2026-11-20T18:00:00.000Z', 'in 6 hours'],
    ['2026-08-17T12:00:00.000Z', '95 days ago'],
  ])('says %s as %s', (iso, words) => {
    expect(formatRelative(iso, NOW)).toBe(words);
  });
});

describe('formatUtc', () => {
  it('names the zone and converts to it', () => {
    expect(formatUtc('2026-11-20T12:00:00.000+02:00')).toBe(
      '2026-11-20 10:00:00 UTC',
    );
  });
});

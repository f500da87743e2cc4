import { timeFacts } from './timeFacts';

describe('timeFacts', () => {
  it.each([
    // the hour that is skipped in spring, and the one that comes twice in autumn
    ['2026-03-29T00:59:59.999Z', 'Europe/Berlin', 'sunday', 1],
    ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', 'sunday', 3],
    ['2026-10-25T00:30:00.000Z', 'Europe/Berlin', 'sunday', 2],
    ['2026-10-25T01:30:00.000Z', 'Europe/Berlin', 'sunday', 2],
    ['2028-02-29T23:59:00.000Z', 'UTC', 'tuesday', 23],
    // another day there
    ['2026-11-22T23:00:00.000Z', 'Asia/Kolkata', 'monday', 4],
    ['2026-11-23T03:00:00.000Z', 'America/New_York', 'sunday', 22],
  ])('%s in %s is %s, hour %i', (now, zone, weekday, hour) => {
    const facts = timeFacts(new Date(now), zone);
    expect(facts.now.value).toBe(now);
    expect([facts.weekday.value, facts.hour.value, facts.zone.value]).toEqual([
      weekday,
      hour,
      zone,
    ]);
  });
});

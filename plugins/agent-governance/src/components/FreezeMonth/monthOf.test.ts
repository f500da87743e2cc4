import { monthOf, writeMonth, zoneOf } from './monthOf';

describe('monthOf', () => {
  it.each([
    // a month that begins on a Sunday, one that begins on a Monday, a February of four weeks
    ['2026-11', 6, '2026-10-26', '2026-12-06'],
    ['2027-02', 4, '2027-02-01', '2027-02-28'],
    ['2027-03', 5, '2027-03-01', '2027-04-04'],
    ['2028-02', 5, '2028-01-31', '2028-03-05'],
  ])('shows %s in %i weeks', (text, count, first, last) => {
    const { weeks, first: month } = monthOf(text, 'UTC');
    expect(weeks).toHaveLength(count);
    expect(weeks[0][0].toString()).toBe(first);
    expect(weeks[count - 1][6].toString()).toBe(last);
    expect(writeMonth(month)).toBe(text);
  });

  it('begins and ends where the days do in the zone, clocks changed or not', () => {
    expect(monthOf('2027-03', 'Europe/Berlin')).toMatchObject({
      from: '2027-02-28T23:00:00.000Z',
      to: '2027-04-04T22:00:00.000Z',
    });
  });

  it.each([null, '', '2026-13', '2026-1', '1969-12', '2201-01', 'November'])(
    'shows this month for %j',
    text => {
      expect(writeMonth(monthOf(text, 'UTC').first)).toBe(
        new Date().toISOString().slice(0, 7),
      );
    },
  );

  it('falls back to the person’s own zone', () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(zoneOf('Asia/Tokyo')).toBe('Asia/Tokyo');
    expect(zoneOf('Mars/Base')).toBe(own);
    expect(zoneOf(null)).toBe(own);
  });
});

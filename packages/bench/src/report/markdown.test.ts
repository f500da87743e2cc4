import { short, signed, times } from './markdown';

describe('numbers in tables', () => {
  it.each([
    [0.0123, '0.012'],
    [5, '5.0'],
    [99.4, '99'],
    [99.96, '100'],
    [-99.96, '-100'],
    [1_234.5, '1235'],
  ])('%d is %s', (value, text) => {
    expect(short(value)).toBe(text);
  });

  it('show what is more and what is less, and nothing where nothing was compared', () => {
    expect([signed(0.05), signed(-3), signed(0)]).toEqual([
      '+0.05',
      '-3.00',
      '0.00',
    ]);
    expect([times(1.234), times(undefined)]).toEqual(['1.23 ×', '']);
  });
});

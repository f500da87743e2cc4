import { clipText } from './clipText';

describe('clipText', () => {
  it.each([
    ['as it is', 'as it is'],
    ['  one\n two\t\u0000x  ', 'one two x'],
    ['a\u202eb', 'a b'],
    ['\ud800', undefined],
    ['\u2066\n', undefined],
    [undefined, undefined],
    [null, undefined],
    ['0123456789', '0123456789'],
    ['0123456789a', '012345678…'],
    ['👩🏽‍🚒'.repeat(9), expect.stringMatching(/…$/)],
  ])('makes of %j %j', (text, line) => {
    expect(clipText(text, 10)).toEqual(line);
  });
});

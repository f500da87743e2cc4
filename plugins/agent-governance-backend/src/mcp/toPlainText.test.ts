import { toPlainText } from './toPlainText';

describe('toPlainText', () => {
  it.each([
    ['what turns text around', 'safe \u202egnp.exe', 'safe [U+202E]gnp.exe'],
    ['what has no width', 'a\u0000b\u200bc', 'a[U+0000]b[U+200B]c'],
    ['half a character', 'half \ud800', 'half [U+D800]'],
  ])('writes out %s', (_, text, shown) => {
    expect(toPlainText(text, { max: 100 })).toBe(shown);
  });

  it('leaves ordinary text of any language alone, and cuts it by whole characters', () => {
    const text = 'one\n\ttwo 部署 🚀';
    expect(toPlainText(text, { max: 100 })).toBe(text);
    expect(toPlainText('🚀🚀🚀', { max: 2 })).toBe('🚀…');
  });
});

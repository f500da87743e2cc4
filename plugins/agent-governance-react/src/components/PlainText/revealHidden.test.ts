import { revealHidden } from './revealHidden';

const shown = (text: string) =>
  revealHidden(text)
    .map(part => (part.kind === 'text' ? part.value : `[${part.codePoint}]`))
    .join('');

describe('revealHidden', () => {
  it.each([
    [
      'plain text stays',
      'Deploy 2.4.1, bitte — 部署 🚀',
      'Deploy 2.4.1, bitte — 部署 🚀',
    ],
    ['line breaks and tabs stay', 'one\n\ttwo', 'one\n\ttwo'],
    ['a right-to-left override', 'safe\u202Egnp.exe', 'safe[U+202E]gnp.exe'],
    ['bidi isolates', '\u2066a\u2069', '[U+2066]a[U+2069]'],
    ['directional marks', 'a\u200Fb\u061Cc', 'a[U+200F]b[U+061C]c'],
    [
      'a zero-width space and joiner',
      'pay\u200Bments\u200D',
      'pay[U+200B]ments[U+200D]',
    ],
    ['a byte-order mark', '\uFEFFx', '[U+FEFF]x'],
    ['a soft hyphen', 'pay\u00ADments', 'pay[U+00AD]ments'],
    [
      'control characters',
      'a\u0000b\u001B[31mc\r',
      'a[U+0000]b[U+001B][31mc[U+000D]',
    ],
    ['tag characters', 'a\u{E0041}', 'a[U+E0041]'],
    ['half a character', 'a\uD800b', 'a[U+D800]b'],
    ['nothing', '', ''],
  ])('shows %s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

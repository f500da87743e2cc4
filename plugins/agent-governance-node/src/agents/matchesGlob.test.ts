import { matchesGlob } from './matchesGlob';

/** All texts over an alphabet up to a length. */
function textsOver(alphabet: string, length: number): string[] {
  if (length === 0) {
    return [''];
  }
  const shorter = textsOver(alphabet, length - 1);
  return [
    ...new Set([
      ...shorter,
      ...shorter.flatMap(text => [...alphabet].map(letter => text + letter)),
    ]),
  ];
}

/** The definition, too slow to use: a star eats nothing or one more character. */
function matchesByDefinition(pattern: string, value: string): boolean {
  if (pattern === '') {
    return value === '';
  }
  if (pattern[0] === '*') {
    return (
      matchesByDefinition(pattern.slice(1), value) ||
      (value !== '' && matchesByDefinition(pattern, value.slice(1)))
    );
  }
  return (
    value[0] === pattern[0] &&
    matchesByDefinition(pattern.slice(1), value.slice(1))
  );
}

describe('matchesGlob', () => {
  it('agrees with the definition on every small pattern and value', () => {
    const values = textsOver('a/.', 4);
    const wrong = textsOver('a/.*', 4).flatMap(pattern =>
      values
        .filter(
          value =>
            matchesGlob(pattern, value) !== matchesByDefinition(pattern, value),
        )
        .map(value => ({ pattern, value })),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['url:https://github.com/acme/*', 'url:https://github.com/acme/a/b.yaml'],
    [
      'url:https://github.com/*/agents.yaml',
      'url:https://github.com/a/b/agents.yaml',
    ],
    ['file:*', 'file:/srv/agents.yaml'],
  ])('%s covers %s', (pattern, value) => {
    expect(matchesGlob(pattern, value)).toBe(true);
  });

  it.each([
    ['url:https://github.com/acme/*', 'url:https://github.com/acme-evil/a'],
    ['url:https://github.com/acme/*', 'x url:https://github.com/acme/a'],
    [
      'url:https://github.com/acme/*.yaml',
      'url:https://github.com/acme/a.yaml2',
    ],
    ['url:https://github.com/acme/*', 'url:https://githubXcom/acme/a'],
    ['url:https://github.com/acme/*', 'url:https://GitHub.com/acme/a'],
    ['url:(a|b)*', 'url:a'],
    ['url:[a-z]', 'url:b'],
    ['ab*ba', 'aba'],
  ])('%s does not cover %s', (pattern, value) => {
    expect(matchesGlob(pattern, value)).toBe(false);
  });

  it('is quick with patterns that make regular expressions explode', () => {
    expect(matchesGlob('*a'.repeat(500), `${'a'.repeat(20_000)}b`)).toBe(false);
  });
});

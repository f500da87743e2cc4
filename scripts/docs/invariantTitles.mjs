/** A test or a group of tests by its title: `invariant 4: …` or `invariants 1, 4 and 7: …`. */
const TITLE =
  /(['"`])invariants? (\d+(?:(?:, | and )\d+)*): ((?:\\.|(?!\1)[^\\\n])+)\1/g;

/** What a title belongs to: the last of these at the start of a line before it. */
const OPENER = /^\s*(describe|it|test)\b/gm;

/** Whatever stands for the cases of a table: `%s`, `$name`, `${name}`. */
const PLACEHOLDER = /%[sdijop]|\$\{[^}]*\}|\$[a-zA-Z_][\w.]*/g;

/**
 * Finds the invariants that the tests of one file guard.
 *
 * @returns for each title the numbers it carries and the title without them, in the order of the file
 */
export function invariantTitles(source) {
  return [...source.matchAll(TITLE)].map(found => {
    const [, , numbers, title] = found;
    const opener = [...source.slice(0, found.index).matchAll(OPENER)].at(-1);
    const text = title.replace(PLACEHOLDER, '…').replace(/\\(.)/g, '$1');
    return {
      numbers: numbers.split(/, | and /).map(Number),
      title: opener?.[1] === 'describe' ? `${text} (a whole group)` : text,
    };
  });
}

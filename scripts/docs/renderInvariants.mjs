import { basename, dirname, relative, sep } from 'node:path';

const NO_TEST = '**No test guards this.**';

const isGenerated = line => line.startsWith('|') || line === NO_TEST;

/** The page as it is: what stands before the first invariant, and the words of each. */
function readPage(page) {
  const [introduction, ...sections] = page.split(/^## (?=\d+$)/m);
  return {
    introduction: introduction.trim(),
    invariants: sections.map(section => {
      const [number, ...lines] = section.split('\n');
      const words = lines.filter(line => !isGenerated(line)).join('\n');
      return {
        number: Number(number),
        words: words.trim().replace(/\n{3,}/g, '\n\n'),
      };
    }),
  };
}

/** File names, with their package before them where two are alike. */
function nameFiles(files) {
  const names = files.map(file => basename(file));
  return new Map(
    files.map((file, index) => {
      const isAlone = names.filter(name => name === names[index]).length === 1;
      const [, packageName] = file.split('/');
      return [file, isAlone ? names[index] : `${packageName}/${names[index]}`];
    }),
  );
}

function renderTable(rows) {
  return [
    '| Test | Titles |',
    '|---|---|',
    ...rows.map(
      ({ name, link, titles }) =>
        `| [${name}](${link}) | ${titles
          .map(title => title.replaceAll('|', '\\|'))
          .join(' <br> ')} |`,
    ),
  ].join('\n');
}

/**
 * Writes the page about invariants anew: its introduction and the words of each invariant stay,
 * the tables are made from the titles of tests.
 *
 * @param page - the page as it is
 * @param tests - `{ file, titles }` of every file with such titles; files relative to the root
 * @param pageFile - where the page is, relative to the root
 */
export function renderInvariants(page, { tests, pageFile }) {
  const { introduction, invariants } = readPage(page);
  const known = new Set(invariants.map(({ number }) => number));
  for (const { file, titles } of tests) {
    const stray = titles.flatMap(each => each.numbers).find(n => !known.has(n));
    if (stray !== undefined) {
      throw new Error(
        `${file} guards invariant ${stray}, and ${pageFile} has none of that number`,
      );
    }
  }
  const names = nameFiles(tests.map(({ file }) => file));
  const sections = invariants.map(({ number, words }) => {
    const rows = tests
      .map(({ file, titles }) => ({
        name: names.get(file),
        link: relative(dirname(pageFile), file).replaceAll(sep, '/'),
        titles: titles
          .filter(({ numbers }) => numbers.includes(number))
          .map(({ title }) => title),
      }))
      .filter(({ titles }) => titles.length > 0);
    const guards = rows.length > 0 ? renderTable(rows) : NO_TEST;
    return `## ${number}\n\n${words}\n\n${guards}`;
  });
  return `${[introduction, ...sections].join('\n\n')}\n`;
}

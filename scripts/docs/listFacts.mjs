/**
 * Writes into docs/design/expressions.md what is known better elsewhere: the facts from their schema,
 * the limits, and the results of the conformance tests.
 *
 *     node scripts/docs/listFacts.mjs            writes the page
 *     node scripts/docs/listFacts.mjs --check    exits 1 when the page is out of date
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tsImport } from 'tsx/esm/api';
import { fromRoot } from '../lib/paths.mjs';
import { renderSections, renderTable } from './renderSections.mjs';

const PAGE = 'docs/design/expressions.md';
const EXPRESSIONS = 'plugins/agent-governance-common/src/policy/expressions';

const { describeFacts, EXPRESSION_LIMITS, formatFactType } = await tsImport(
  fromRoot(EXPRESSIONS, 'index.ts'),
  import.meta.url,
);
const conformance = JSON.parse(
  readFileSync(
    fromRoot(EXPRESSIONS, 'conformance/expectedResults.json'),
    'utf8',
  ),
);

const LIMITS = {
  sourceLength: 'length of an expression, in characters',
  depth: 'levels of nesting',
  cost: 'steps that an expression can take',
  listItems: 'entries of a list in a fact',
  stringLength: 'length of a text in a fact',
  jsonListItems: 'entries of a list in the input',
  jsonValues: 'values within values in the input',
  patternLength: 'length of a regular expression',
  patternInstructions: 'instructions a regular expression compiles to',
};

const code = text => `\`${text}\``;

/** Objects show in the names of their fields. */
function describeType(type) {
  if (type.kind === 'object') {
    return 'object';
  }
  if (type.kind === 'list' && type.of.kind === 'object') {
    const fields = Object.entries(type.of.fields).map(([name, field]) => {
      const of = describeType(field);
      return of === 'string' ? code(name) : `${code(name)} (${of})`;
    });
    return `list of ${fields.join(', ')}`;
  }
  return type.oneOf ? type.oneOf.map(code).join(' ') : formatFactType(type);
}

const facts = renderTable(
  ['Name', 'Type', 'What it says', 'Example'],
  describeFacts().map(({ name, type, description = '', example }) => [
    code(name),
    describeType(type),
    description,
    example === undefined || type.kind === 'object'
      ? ''
      : code(JSON.stringify(example)),
  ]),
);

const limits = renderTable(
  ['At most', 'of'],
  Object.entries(EXPRESSION_LIMITS).map(([name, limit]) => [
    limit,
    LIMITS[name],
  ]),
);

function renderConformance({ files, failures }) {
  const total = key =>
    Object.values(files).reduce((sum, file) => sum + file[key], 0);
  return [
    `**${total('passed')} of ${total('run')} pass.**`,
    '',
    renderTable(
      ['File', 'Run', 'Passed', 'Not run: need messages'],
      Object.entries(files).map(([name, { run, passed, needMessages }]) => [
        name,
        run,
        passed,
        needMessages,
      ]),
    ),
    '',
    'Those that fail:',
    '',
    renderTable(
      ['Test', 'Why'],
      failures.map(({ file, test, reason }) => [`${file}/${test}`, reason]),
    ),
  ].join('\n');
}

const page = readFileSync(fromRoot(PAGE), 'utf8');
const current = renderSections(page, {
  facts,
  limits,
  conformance: renderConformance(conformance),
});

if (!process.argv.includes('--check')) {
  writeFileSync(fromRoot(PAGE), current);
} else if (page !== current) {
  console.error(`${PAGE} is out of date. Run: node scripts/docs/listFacts.mjs`);
  process.exitCode = 1;
}

import { createColors } from 'picocolors';
import { FixtureResult } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { authorityLines } from './authorityLines';
import { coverageLines } from './coverageLines';
import { TestRun } from './TestRun';
import { count, placeOf, problemText, whyLines } from './words';

type Colours = ReturnType<typeof createColors>;

/** For people at a terminal: what failed in full, what passed as a number. */
export function defaultReport(
  run: TestRun,
  options: { colours: boolean },
): string {
  const colours = createColors(options.colours);
  const { problems, files, coverage, policies } = run;
  const results = files.flatMap(file => file.results);
  const lines = [
    ...problems.map(
      problem =>
        `${colours.red('✗')} ${placeOf(problem)} ${problemText(problem)}`,
    ),
    ...files.flatMap(({ file, results: ofFile }) => [
      `${mark(ofFile, colours)} ${file} ${colours.dim(
        `(${count(ofFile.length, 'fixture')})`,
      )}`,
      ...ofFile
        .filter(({ outcome }) => outcome !== 'passed')
        .flatMap(result => failure(result, colours)),
    ]),
    '',
    ...coverageLines(run, colours),
    ...authorityLines(policies, colours),
    summary(run, results, colours),
  ];
  if (policies.length === 0 && problems.length === 0) {
    lines.push(colours.red('There are no policies here.'));
  } else if (results.length === 0 && problems.length === 0) {
    lines.push(
      colours.red(
        'There are no fixtures here: they are in files that end in .fixtures.yaml.',
      ),
    );
  }
  if (run.minCoverage !== undefined && coverage.percent < run.minCoverage) {
    lines.push(
      colours.red(
        `Coverage is ${coverage.percent} %, and must be at least ${run.minCoverage} %.`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

function mark(results: readonly FixtureResult[], colours: Colours): string {
  return results.every(({ outcome }) => outcome === 'passed')
    ? colours.green('✓')
    : colours.red('✗');
}

function failure(result: FixtureResult, colours: Colours): string[] {
  const { fixture, outcome } = result;
  return [
    `  ${colours.red('✗')} ${colours.bold(fixture.name)}${
      outcome === 'invalid' ? colours.red(' (says nothing as it is)') : ''
    }`,
    `    ${colours.dim(placeOf(fixture.place))}`,
    ...whyLines(result).map(line => `    ${line}`),
  ];
}

function summary(
  { policies, problems, coverage }: TestRun,
  results: readonly FixtureResult[],
  colours: Colours,
): string {
  const number = (outcome: FixtureResult['outcome']) =>
    results.filter(result => result.outcome === outcome).length;
  const parts = [
    colours.green(`${number('passed')} passed`),
    ...(number('failed') > 0
      ? [colours.red(`${number('failed')} failed`)]
      : []),
    ...(number('invalid') > 0
      ? [colours.red(`${number('invalid')} invalid`)]
      : []),
    ...(problems.length > 0
      ? [colours.red(count(problems.length, 'problem'))]
      : []),
  ];
  const said = `${count(policies.length, 'policy', 'policies')}, ${count(
    results.length,
    'fixture',
  )}`;
  return `${said}: ${parts.join(', ')}. ${coverage.covered} of ${
    coverage.required
  } outcomes of rules tried (${coverage.percent} %).`;
}

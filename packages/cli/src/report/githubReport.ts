import { TestRun } from './TestRun';
import { count, problemText, shortRef, whyLines } from './words';

/** Annotations for GitHub Actions: each failure at the line it is about. */
export function githubReport(run: TestRun): string {
  const { problems, files, policies, coverage, minCoverage } = run;
  const results = files.flatMap(file => file.results);
  const lines = [
    ...problems.map(problem =>
      annotation('error', problem, 'Cannot be read', problemText(problem)),
    ),
    ...results
      .filter(({ outcome }) => outcome !== 'passed')
      .map(result =>
        annotation(
          'error',
          result.fixture.place,
          result.fixture.name,
          whyLines(result).join('\n'),
        ),
      ),
    ...policies.flatMap(({ policy, authority, warnings, file, place }) => [
      ...(authority.state === 'outside'
        ? [
            annotation(
              'error',
              { file, ...place },
              shortRef(policy.document.ref),
              `It does not count: ${authority.because}.`,
            ),
          ]
        : []),
      ...warnings.map(warning =>
        annotation(
          'warning',
          warning,
          shortRef(policy.document.ref),
          problemText(warning),
        ),
      ),
    ]),
    ...notChecked(run),
  ];
  if (minCoverage !== undefined && coverage.percent < minCoverage) {
    lines.push(
      annotation(
        'error',
        {},
        'Coverage',
        `Coverage is ${coverage.percent} %, and must be at least ${minCoverage} %.`,
      ),
    );
  }
  return lines.map(line => `${line}\n`).join('');
}

function notChecked({ policies }: TestRun): string[] {
  const open = policies.filter(
    ({ authority }) => authority.state === 'not-checked',
  );
  return open.length === 0
    ? []
    : [
        annotation(
          'notice',
          {},
          'Authority',
          `Authority of ${count(
            open.length,
            'policy',
            'policies',
          )} was not checked.`,
        ),
      ];
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
export function annotation(
  level: 'error' | 'warning' | 'notice',
  { file, line, column }: { file?: string; line?: number; column?: number },
  title: string,
  message: string,
): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

import builder from 'junit-report-builder';
import { TestRun } from './TestRun';
import { count, placeOf, problemText, whyLines } from './words';

/** JUnit XML: a suite for each file of fixtures, and one each for what could not be read, authority and coverage. */
export function junitReport(run: TestRun): string {
  const report = builder.newBuilder().name('agentgov policy test');
  for (const { file, results } of run.files) {
    const suite = report.testSuite().name(file);
    for (const result of results) {
      const { fixture, outcome } = result;
      const test = suite
        .testCase()
        .className(file)
        .name(fixture.name)
        .file(fixture.place.file ?? file);
      const why = whyLines(result).join('\n');
      if (outcome === 'failed') {
        test.failure(result.differences[0].field).stacktrace(why);
      } else if (outcome === 'invalid') {
        test.error(why);
      }
    }
  }
  addProblems(report, run);
  addAuthority(report, run);
  addCoverage(report, run);
  return report.build();
}

type Report = ReturnType<typeof builder.newBuilder>;

function addProblems(report: Report, { problems }: TestRun): void {
  if (problems.length === 0) {
    return;
  }
  const suite = report.testSuite().name('reading');
  for (const problem of problems) {
    suite.testCase().name(placeOf(problem)).error(problemText(problem));
  }
}

function addAuthority(report: Report, { policies }: TestRun): void {
  const suite = report.testSuite().name('authority');
  for (const { policy, authority, file } of policies) {
    const test = suite.testCase().className(file).name(policy.document.ref);
    if (authority.state === 'outside') {
      test.failure(authority.because);
    } else if (authority.state === 'not-checked') {
      test.skipped();
    }
  }
}

function addCoverage(report: Report, { coverage, minCoverage }: TestRun): void {
  if (minCoverage === undefined) {
    return;
  }
  const suite = report.testSuite().name('coverage');
  const test = suite.testCase().name(`at least ${minCoverage} %`);
  if (coverage.percent < minCoverage) {
    const missing = coverage.required - coverage.covered;
    test.failure(
      `${coverage.percent} %: ${count(missing, 'outcome')} not tried`,
    );
  }
}

import { TestRun } from './TestRun';

/** Everything, for machines. */
export function jsonReport(run: TestRun): string {
  const { policies, problems, files, coverage } = run;
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      problems,
      policies: policies.map(
        ({ policy, digest, file, place, authority, warnings }) => ({
          ref: policy.document.ref,
          digest,
          file,
          line: place.line,
          authority,
          warnings,
        }),
      ),
      fixtures: files.flatMap(({ file, results }) =>
        results.map(
          ({
            fixture,
            outcome,
            differences,
            problems: wrong,
            decision,
            decisive,
          }) => ({
            file,
            name: fixture.name,
            line: fixture.place.line,
            outcome,
            differences,
            problems: wrong,
            verdict: decision.verdict,
            reason: decision.reason,
            because: decision.because,
            decisive,
          }),
        ),
      ),
      coverage,
    },
    undefined,
    2,
  )}\n`;
}

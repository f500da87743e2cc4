import { defaultReport } from './defaultReport';
import { githubReport } from './githubReport';
import { jsonReport } from './jsonReport';
import { junitReport } from './junitReport';
import { TestRun } from './TestRun';

/** A report in one of the ways it can be said. */
export function reportTest(
  run: TestRun,
  reporter: 'default' | 'junit' | 'github' | 'json',
  options: { colours: boolean },
): string {
  switch (reporter) {
    case 'junit':
      return junitReport(run);
    case 'github':
      return githubReport(run);
    case 'json':
      return jsonReport(run);
    default:
      return defaultReport(run, options);
  }
}

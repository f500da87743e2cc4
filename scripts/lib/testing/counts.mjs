import { readFileSync } from 'node:fs';

/** Nothing ran. */
export const noTests = { passed: 0, failed: 0, skipped: 0 };

/** Adds up the counts of several test runs. */
export function sumCounts(all) {
  return all.reduce(
    (sum, next) => ({
      passed: sum.passed + next.passed,
      failed: sum.failed + next.failed,
      skipped: sum.skipped + next.skipped,
    }),
    noTests,
  );
}

/** A test file that could not even be loaded counts as one failed test. */
function fromJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** An error outside any test, such as a portal that does not start, counts. */
function fromPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/** The last lines of the TAP format hold the totals. */
function fromTap(text) {
  const total = word =>
    Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: total('pass'),
    failed: total('fail') + total('cancelled'),
    skipped: total('skipped') + total('todo'),
  };
}

/** A file of policies or fixtures that cannot be read is a failure of what it would have tried. */
function fromAgentgov({ fixtures, problems }) {
  const passed = fixtures.filter(({ outcome }) => outcome === 'passed').length;
  return {
    passed,
    failed: fixtures.length - passed + problems.length,
    skipped: 0,
  };
}

const readers = {
  agentgov: text => fromAgentgov(JSON.parse(text)),
  jest: text => fromJest(JSON.parse(text)),
  playwright: text => fromPlaywright(JSON.parse(text)),
  tap: fromTap,
};

/** Reads the counts from a report in one of the known formats. */
export function readCounts(format, file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return noTests;
  }
  return readers[format](text);
}

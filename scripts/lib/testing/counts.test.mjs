import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readCounts, sumCounts } from './counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'agentgov-counts-'));
after(() => rmSync(folder, { recursive: true }));

function counts(format, content) {
  const file = join(folder, 'report');
  writeFileSync(
    file,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return readCounts(format, file);
}

test('a jest file that cannot be loaded counts as a failed test', () => {
  assert.deepEqual(
    counts('jest', {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 1,
    }),
    { passed: 5, failed: 3, skipped: 2 },
  );
});

test('an error outside any story counts as a failed test', () => {
  assert.deepEqual(
    counts('playwright', {
      stats: { expected: 2, flaky: 0, unexpected: 0, skipped: 1 },
      errors: [{ message: 'the portal did not start' }],
    }),
    { passed: 2, failed: 1, skipped: 1 },
  );
});

test('totals are read from the end of a TAP report', () => {
  const text = 'ok 1 - # pass 9\n# tests 3\n# pass 2\n# fail 1\n# skipped 0\n';
  assert.deepEqual(counts('tap', text), { passed: 2, failed: 1, skipped: 0 });
});

test('a report that was never written counts nothing', () => {
  assert.deepEqual(readCounts('jest', join(folder, 'missing')), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });
});

test('counts add up', () => {
  assert.deepEqual(
    sumCounts([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 10, failed: 3, skipped: 0 },
    ]),
    { passed: 11, failed: 3, skipped: 2 },
  );
});

test('of policies a fixture that does not pass and a file that cannot be read count as failed', () => {
  assert.deepEqual(
    counts('agentgov', {
      problems: [{ reason: 'no YAML' }],
      fixtures: [
        { outcome: 'passed' },
        { outcome: 'failed' },
        { outcome: 'invalid' },
      ],
    }),
    { passed: 1, failed: 3, skipped: 0 },
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatTable, formatTotal, runStages } from './runStages.mjs';

const quietly = stages => runStages(stages, () => {});

const ok = { code: 0, counts: { passed: 3, failed: 0, skipped: 0 } };

test('the first stage that fails is the last one to run', async () => {
  const result = await quietly([
    { name: 'types', run: async () => ({ code: 0 }) },
    { name: 'jest', run: async () => ok },
    { name: 'build', run: async () => ({ code: 2 }) },
    { name: 'stories', run: async () => assert.fail('must not run') },
  ]);
  assert.equal(result.code, 2);
  assert.deepEqual(
    result.rows.map(row => row.state),
    ['ok', 'ok', 'FAILED', 'not run'],
  );
  assert.equal(formatTotal(result.counts), '3 passed, 1 failed');
});

test('a stage that throws has failed', async () => {
  const result = await quietly([
    { name: 'jest', run: async () => Promise.reject(new Error('no database')) },
  ]);
  assert.equal(result.code, 1);
  assert.equal(formatTotal(result.counts), '0 passed, 1 failed');
});

test('failed tests are counted once, whatever the exit code', async () => {
  const failed = { code: 1, counts: { passed: 3, failed: 2, skipped: 0 } };
  const { counts } = await quietly([{ name: 'jest', run: async () => failed }]);
  assert.equal(formatTotal(counts), '3 passed, 2 failed');
});

test('the table lines up', () => {
  assert.equal(
    formatTable([
      { name: 'types', state: 'ok', milliseconds: 1200 },
      { name: 'stories', state: 'not run' },
    ]),
    '  types    ok       1.2s\n  stories  not run',
  );
});

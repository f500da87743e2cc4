import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { digestOf, filesBelow, isUpToDate, writeStamp } from './stamp.mjs';

const folder = mkdtempSync(join(tmpdir(), 'agentgov-stamp-'));
after(() => rmSync(folder, { recursive: true }));

test('what builds and installs make does not count as a source', () => {
  const sources = join(folder, 'sources');
  for (const name of ['src', 'dist', 'node_modules']) {
    mkdirSync(join(sources, name), { recursive: true });
    writeFileSync(join(sources, name, 'a.ts'), name);
  }
  assert.deepEqual(filesBelow(sources), [join(sources, 'src', 'a.ts')]);
});

test('work is up to date until a file or a word changes', () => {
  const file = join(folder, 'a.ts');
  const stamp = join(folder, 'cache', 'stamp');
  writeFileSync(file, 'one');
  assert.equal(isUpToDate(stamp, digestOf([file])), false);
  writeStamp(stamp, digestOf([file]));
  assert.equal(isUpToDate(stamp, digestOf([file])), true);
  assert.equal(isUpToDate(stamp, digestOf([file], ['v24'])), false);
  writeFileSync(file, 'two');
  assert.equal(isUpToDate(stamp, digestOf([file])), false);
});

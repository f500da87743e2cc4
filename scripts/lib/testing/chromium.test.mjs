import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findChromium } from './chromium.mjs';

const folder = mkdtempSync(join(tmpdir(), 'agentgov-chromium-'));
const program = join(folder, 'chromium-browser');
writeFileSync(program, '');
chmodSync(program, 0o755);
after(() => rmSync(folder, { recursive: true }));

test('a browser is found on the PATH under any of its names', () => {
  assert.equal(findChromium({ PATH: `/nowhere:${folder}` }), program);
});

test('CHROMIUM_PATH wins, and must name a program', () => {
  assert.equal(findChromium({ PATH: '', CHROMIUM_PATH: program }), program);
  assert.throws(
    () => findChromium({ PATH: folder, CHROMIUM_PATH: '/nowhere/chromium' }),
    /CHROMIUM_PATH names \/nowhere\/chromium, which is not a program/,
  );
});

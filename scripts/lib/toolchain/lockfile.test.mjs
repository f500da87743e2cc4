import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../paths.mjs';

test('yarn.lock names no registry, so that everybody may use their own', () => {
  const addresses = readFileSync(fromRoot('yarn.lock'), 'utf8')
    .split('\n')
    .filter(line => /https?:\/\/|__archiveUrl/.test(line));
  assert.deepEqual(addresses, []);
});

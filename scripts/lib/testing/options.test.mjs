import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWanted, parseTestOptions } from './options.mjs';

const names = ['types', 'jest', 'stories'];

test('without options every stage is wanted', () => {
  const options = parseTestOptions([], names);
  assert.ok(names.every(name => isWanted(name, options)));
});

test('stages can be chosen and left out', () => {
  const options = parseTestOptions(['--only=types,jest', '--skip=jest'], names);
  assert.deepEqual(
    names.filter(name => isWanted(name, options)),
    ['types'],
  );
});

test('a path means the unit tests below it', () => {
  const options = parseTestOptions(['plugins/foo'], names);
  assert.deepEqual(options.paths, ['plugins/foo']);
  assert.deepEqual(
    names.filter(name => isWanted(name, options)),
    ['jest'],
  );
});

test('a misspelt stage or option is refused, not ignored', () => {
  assert.throws(
    () => parseTestOptions(['--only=jets'], names),
    /Unknown stage/,
  );
  assert.throws(() => parseTestOptions(['--fast'], names), /Unknown option/);
});

import { DocumentLevel, PolicyScope } from '../documents';
import { TargetTest } from '../documents/targets';
import { requireAll } from '../documents/targets/requirements';
import { readText, UNKNOWN } from '../facts/scopeValues';
import { FactPath } from '../facts';
import { Facts, Ternary } from '../../model';
import { authorityOf } from './authority';
import { Dimension, foldKey, namespaceOf } from './dimensions';
import { ScopeTest } from './ScopeTest';

const actionId = readText('action.id');
const environmentName = readText('environment.name');

/** When a policy applies: within the authority of who speaks, and where it says. */
export function scopeOf(
  speaker: { level: DocumentLevel; owner: string; entity?: string },
  { actions, environments }: PolicyScope,
  targets: TargetTest | undefined,
): ScopeTest {
  const tests = [
    authorityOf(speaker),
    ...(environments ? [inEnvironments(environments)] : []),
    ...(actions ? [ofActions(actions)] : []),
    ...(targets ? [targets] : []),
  ];
  return {
    test: facts => testAll(tests, facts),
    reads: Array.from(new Set(tests.flatMap(({ reads }) => reads))),
    requires: requireAll(tests),
  };
}

function testAll(tests: readonly ScopeTest[], facts: Facts): Ternary {
  let result: Ternary = true;
  for (const { test } of tests) {
    const found = test(facts);
    if (found === false) {
      return false;
    }
    result = found === true ? result : found;
  }
  return result;
}

function inEnvironments(names: readonly string[]): ScopeTest {
  const allowed = new Set(names);
  return {
    test: facts => {
      const name = environmentName(facts);
      return name === UNKNOWN ? 'unknown' : allowed.has(name);
    },
    reads: ['environment.name'],
    requires: required('environment.name', names),
  };
}

function ofActions(globs: readonly string[]): ScopeTest {
  const exact = new Set(globs.filter(glob => !glob.endsWith('*')));
  const prefixes = globs
    .filter(glob => glob.endsWith('*'))
    .map(glob => glob.slice(0, -1));
  return {
    test: facts => {
      const id = actionId(facts);
      if (id === UNKNOWN) {
        return 'unknown';
      }
      return exact.has(id) || prefixes.some(prefix => id.startsWith(prefix));
    },
    reads: ['action.id'] satisfies FactPath[],
    requires: requiredActions(globs, prefixes),
  };
}

/** An exact id is found by itself, all of a namespace by that, and any other prefix not at all. */
function requiredActions(
  globs: readonly string[],
  prefixes: readonly string[],
): ScopeTest['requires'] {
  if (prefixes.length === 0) {
    return required('action.id', globs);
  }
  return prefixes.every(prefix => prefix.includes(':'))
    ? required('action.namespace', globs.map(namespaceOf))
    : new Map();
}

function required(
  dimension: Dimension,
  values: readonly string[],
): ScopeTest['requires'] {
  return new Map([[dimension, Array.from(new Set(values.map(foldKey)))]]);
}

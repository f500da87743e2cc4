/** @jest-environment node */
import { CelInput, CelValue, isCelError, parse, plan } from '@bufbuild/cel';
import {
  getConformanceSuite,
  IncrementalTest,
} from '@bufbuild/cel-spec/testdata/tests.js';
import { CEL_ENV } from '../library';
import expected from './expectedResults.json';
import { celInput, plainExpected, plainValue } from './plainValue';

/**
 * The official conformance tests, run against the library as it is configured here.
 *
 * All files are run but those about what our configuration does not have. Of a file that is run, every test
 * is, but for those that need protobuf messages or a container to resolve names in, which are counted.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  bindings_ext: 'extension that is not configured',
  block_ext: 'extension that is not configured',
  encoders_ext: 'extension that is not configured',
  math_ext: 'extension that is not configured',
  macros2: 'extension that is not configured',
  optionals: 'extension that is not configured',
  dynamic: 'about protobuf messages',
  enums: 'about protobuf messages',
  proto2: 'about protobuf messages',
  proto2_ext: 'about protobuf messages',
  proto3: 'about protobuf messages',
  wrappers: 'about protobuf messages',
  type_deductions: 'about the types a checker finds; ours has tests of its own',
  unknowns: 'has no tests',
};

/** The strings extension is configured with two of its functions; these are their tests. */
const ONLY_SECTIONS: Readonly<Record<string, string>> = {
  string_ext: 'ascii_casing',
};

interface Case {
  name: string;
  test: IncrementalTest['original'];
}

function casesOf(file: ReturnType<typeof getConformanceSuite>): Case[] {
  const only = ONLY_SECTIONS[file.name];
  return file.suites
    .filter(({ name }) => only === undefined || name === only)
    .flatMap(section =>
      section.tests.map(({ name, original }) => ({
        name: `${section.name}/${name}`,
        test: original,
      })),
    );
}

function needsMessages({ test }: Case): boolean {
  return (
    test.container !== '' || /TestAllTypes|google\.protobuf/.test(test.expr)
  );
}

/** Undefined when it fails, in whatever way. */
function evaluate(test: Case['test']): CelValue | undefined {
  const bindings: Record<string, CelInput> = {};
  for (const [name, { kind }] of Object.entries(test.bindings)) {
    if (kind.case === 'value') {
      bindings[name] = celInput(kind.value);
    }
  }
  try {
    const result = plan(CEL_ENV, parse(test.expr))(bindings);
    return isCelError(result) ? undefined : (result as CelValue);
  } catch {
    return undefined;
  }
}

function passes({ test }: Case): boolean {
  const result = evaluate(test);
  const { resultMatcher } = test;
  if (resultMatcher.case === 'evalError') {
    return result === undefined;
  }
  if (result === undefined) {
    return false;
  }
  if (resultMatcher.case === undefined) {
    // By the format of the suite: a test that expects nothing else expects true.
    return result === true;
  }
  return (
    resultMatcher.case === 'value' &&
    JSON.stringify(plainValue(result)) ===
      JSON.stringify(plainExpected(resultMatcher.value))
  );
}

const suite = getConformanceSuite();

describe('the official conformance tests of CEL', () => {
  it('has no file that is neither run nor left out for a reason', () => {
    expect(
      suite.suites.map(({ name }) => name).filter(name => !(name in LEFT_OUT)),
    ).toEqual(Object.keys(expected.files));
  });

  describe.each(suite.suites.filter(({ name }) => !(name in LEFT_OUT)))(
    '$name',
    file => {
      const cases = casesOf(file);
      const run = cases.filter(each => !needsMessages(each));
      const failed = run.filter(each => !passes(each)).map(({ name }) => name);

      it('fails where it is known to, and nowhere else', () => {
        expect(failed).toEqual(
          expected.failures
            .filter(failure => failure.file === file.name)
            .map(({ test }) => test),
        );
      });

      it('has as many tests as are published', () => {
        expect({
          needMessages: cases.length - run.length,
          run: run.length,
          passed: run.length - failed.length,
        }).toEqual(expected.files[file.name as keyof typeof expected.files]);
      });
    },
  );

  it('says why a test is expected to fail', () => {
    expect(expected.failures.filter(({ reason }) => reason === '')).toEqual([]);
  });
});

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  fixtureCoverage,
  runFixtures,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { EXIT, ExitCode } from '../exitCodes';
import { readOrganization } from '../files/readOrganization';
import { readPolicies } from '../files/readPolicies';
import { judgePolicies } from '../policies/judgePolicies';
import { Surroundings } from '../Surroundings';
import { reportTest } from '../report/reportTest';
import { TestRun } from '../report/TestRun';
import { watchPaths } from '../files/watchPaths';

export interface TestOptions {
  org?: string;
  watch?: boolean;
  reporter: 'default' | 'junit' | 'github' | 'json';
  output?: string;
  minCoverage?: number;
}

/** `agentgov policy test` */
export async function testPolicies(
  paths: readonly string[],
  options: TestOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (!options.watch) {
    return testOnce(paths, options, surroundings);
  }
  let code: ExitCode = EXIT.fine;
  await watchPaths({
    paths: options.org === undefined ? paths : [...paths, options.org],
    surroundings,
    run: async () => {
      code = await testOnce(paths, options, surroundings);
    },
  });
  return code;
}

async function testOnce(
  paths: readonly string[],
  options: TestOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const run = await runTests(paths, options, surroundings.cwd);
  await report(run, options, surroundings);
  return codeOf(run);
}

async function runTests(
  paths: readonly string[],
  { org, minCoverage }: TestOptions,
  cwd: string,
): Promise<TestRun> {
  const organization =
    org === undefined ? undefined : await readOrganization(org, cwd);
  const found = await readPolicies(paths, {
    cwd,
    fixtures: true,
    environments: organization?.environments.map(({ name }) => name),
  });
  const { policies, all, deciding } = judgePolicies(
    found.policies,
    organization,
  );
  const files = found.fixtures.map(file => ({
    file: file.file ?? '',
    results: runFixtures(file, deciding, { known: all }).results,
  }));
  return {
    policies,
    problems: found.problems,
    files,
    coverage: fixtureCoverage(
      files.flatMap(({ results }) => results),
      all,
    ),
    ...(minCoverage !== undefined && { minCoverage }),
  };
}

async function report(
  run: TestRun,
  { reporter, output }: TestOptions,
  { cwd, out, colours }: Surroundings,
): Promise<void> {
  const text = reportTest(run, reporter, {
    colours: colours && output === undefined,
  });
  if (output === undefined) {
    out(text);
    return;
  }
  await writeFile(resolve(cwd, output), text);
  out(reportTest(run, 'default', { colours }));
}

function codeOf({
  policies,
  problems,
  files,
  coverage,
  minCoverage = 0,
}: TestRun): ExitCode {
  const results = files.flatMap(file => file.results);
  if (
    problems.length > 0 ||
    policies.length === 0 ||
    results.length === 0 ||
    results.some(({ outcome }) => outcome === 'invalid')
  ) {
    return EXIT.badInput;
  }
  return results.some(({ outcome }) => outcome === 'failed') ||
    policies.some(({ authority }) => authority.state === 'outside') ||
    coverage.percent < minCoverage
    ? EXIT.failed
    : EXIT.fine;
}

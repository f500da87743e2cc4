import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  compilePolicies,
  compilePolicy,
  fixtureCoverage,
  FixtureCoverage,
  FixtureRun,
  ParsedFixtures,
  PolicyProblem,
  policyDigest,
  runFixtures,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

type Document = NonNullable<PolicyDetail['document']>;

/** What became of fixtures, or why they say nothing. */
export type Tried =
  | { ok: true; run: FixtureRun; coverage: FixtureCoverage }
  | { ok: false; problems: PolicyProblem[] };

/** Runs fixtures against one policy alone, with the engine that decides in the portal. */
export function tryFixtures(
  fixtures: ParsedFixtures,
  document: Document,
): Tried {
  if (!fixtures.ok) {
    return fixtures;
  }
  const compiled = compilePolicy(document);
  if (!compiled.ok) {
    return compiled;
  }
  const index = compilePolicies([
    {
      policy: compiled.policy,
      digest: policyDigest(document),
      standing: 'current',
    },
  ]);
  const run = runFixtures(fixtures.file, index);
  return { ok: true, run, coverage: fixtureCoverage(run.results, index) };
}

import {
  FixtureCoverage,
  FixtureResult,
  PolicyProblem,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { JudgedPolicy } from '../policies/judgePolicies';

/** What `agentgov policy test` came to. */
export interface TestRun {
  policies: JudgedPolicy[];
  /** What could not be read. */
  problems: PolicyProblem[];
  files: Array<{ file: string; results: FixtureResult[] }>;
  coverage: FixtureCoverage;
  minCoverage?: number;
}

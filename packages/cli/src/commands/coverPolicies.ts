import { createColors } from 'picocolors';
import type {
  CheckpointCoverage,
  Organization,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { findCheckpointCoverage } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { EXIT, ExitCode } from '../exitCodes';
import { readOrganization } from '../files/readOrganization';
import { readPolicies } from '../files/readPolicies';
import { InputProblem } from '../InputProblem';
import { judgePolicies } from '../policies/judgePolicies';
import { authorityLines } from '../report/authorityLines';
import { placeOf, problemText } from '../report/words';
import { Surroundings } from '../Surroundings';

export interface CoverOptions {
  org: string;
  environment?: string[];
  allowUncovered: number;
  reporter: 'default' | 'json';
}

/** `agentgov policy coverage` */
export async function coverPolicies(
  paths: readonly string[],
  options: CoverOptions,
  { cwd, out, err, colours: coloured }: Surroundings,
): Promise<ExitCode> {
  const colours = createColors(coloured);
  const organization = await readOrganization(options.org, cwd);
  const environments = environmentsOf(organization, options.environment);
  const { policies: found, problems } = await readPolicies(paths, {
    cwd,
    environments: organization.environments.map(({ name }) => name),
  });
  if (problems.length > 0) {
    problems.forEach(problem =>
      err(`${placeOf(problem)} ${problemText(problem)}\n`),
    );
    return EXIT.badInput;
  }
  const { policies, deciding } = judgePolicies(found, organization);
  const coverage = findCheckpointCoverage({
    index: deciding,
    actions: organization.actions,
    environments,
  });
  if (options.reporter === 'json') {
    out(`${JSON.stringify(coverage, undefined, 2)}\n`);
  } else {
    const lines = [
      ...coverageLines(coverage, colours),
      ...authorityLines(policies, colours),
    ];
    out(`${lines.join('\n')}\n`);
  }
  return coverage.numbers.uncovered > options.allowUncovered
    ? EXIT.failed
    : EXIT.fine;
}

function environmentsOf(
  { environments }: Organization,
  names: string[] | undefined,
) {
  const known = environments.map(({ name }) => name);
  const unknown = names?.find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw new InputProblem(
      `--environment ${unknown}: there is none of that name; there are ${known.join(
        ', ',
      )}`,
    );
  }
  return names
    ? environments.filter(({ name }) => names.includes(name))
    : environments;
}

function coverageLines(
  { environments, cells, numbers, outside }: CheckpointCoverage,
  colours: ReturnType<typeof createColors>,
): string[] {
  const uncovered = cells.filter(({ state }) => state === 'uncovered');
  return [
    ...environments.map(
      ({ name, numbers: of }) =>
        `${name}: ${of.cells} actions that change something; ${of.denied} denied, ${of.held} held, ${of.allowed} let through by name, ${of.uncovered} uncovered (${of.partly} only in part)`,
    ),
    ...uncovered.map(({ actionId, environment }) =>
      colours.yellow(`  uncovered: ${actionId} in ${environment}`),
    ),
    ...(numbers.cells === 0
      ? ['There is no action that changes something, or no environment.']
      : []),
    ...(outside.length > 0
      ? [
          colours.dim(
            'Policy documents alone are looked at: the portal’s own policy, agents’ ceilings, and what targets say themselves may be stricter.',
          ),
        ]
      : []),
  ];
}

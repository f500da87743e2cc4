import { createColors } from 'picocolors';
import { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { EXIT, ExitCode } from '../exitCodes';
import { readOrganization } from '../files/readOrganization';
import { readPolicies } from '../files/readPolicies';
import { JudgedPolicy, judgePolicies } from '../policies/judgePolicies';
import { authorityLines } from '../report/authorityLines';
import { annotation } from '../report/githubReport';
import { count, placeOf, problemText, shortRef } from '../report/words';
import { Surroundings } from '../Surroundings';

export interface CheckOptions {
  org?: string;
  strict?: boolean;
  reporter: 'default' | 'github' | 'json';
}

interface Checked {
  policies: JudgedPolicy[];
  problems: PolicyProblem[];
}

/** `agentgov policy check` */
export async function checkPolicies(
  paths: readonly string[],
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { org, strict = false, reporter } = options;
  const { cwd, out, colours } = surroundings;
  const organization =
    org === undefined ? undefined : await readOrganization(org, cwd);
  const { policies: found, problems } = await readPolicies(paths, {
    cwd,
    environments: organization?.environments.map(({ name }) => name),
  });
  const { policies } = judgePolicies(found, organization);
  const checked = { policies, problems };
  out(reportCheck(checked, reporter, colours));
  if (problems.length > 0 || policies.length === 0) {
    return EXIT.badInput;
  }
  return policies.some(policy => isWrong(policy, strict))
    ? EXIT.failed
    : EXIT.fine;
}

function isWrong({ authority, warnings }: JudgedPolicy, strict: boolean) {
  return strict
    ? authority.state !== 'within' || warnings.length > 0
    : authority.state === 'outside';
}

function reportCheck(
  checked: Checked,
  reporter: CheckOptions['reporter'],
  colours: boolean,
): string {
  switch (reporter) {
    case 'github':
      return forGithub(checked);
    case 'json':
      return forMachines(checked);
    default:
      return forPeople(checked, colours);
  }
}

function forMachines({ policies, problems }: Checked): string {
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      problems,
      policies: policies.map(
        ({ policy, digest, file, place, authority, warnings }) => ({
          ref: policy.document.ref,
          level: policy.document.level,
          mode: policy.document.mode,
          digest,
          file,
          line: place.line,
          authority,
          warnings,
        }),
      ),
    },
    undefined,
    2,
  )}\n`;
}

function forPeople({ policies, problems }: Checked, coloured: boolean): string {
  const colours = createColors(coloured);
  const warnings = policies.flatMap(policy => policy.warnings);
  const lines = [
    ...problems.map(
      problem =>
        `${colours.red('✗')} ${placeOf(problem)} ${problemText(problem)}`,
    ),
    ...warnings.map(
      warning =>
        `${colours.yellow('!')} ${placeOf(warning)} ${problemText(warning)}`,
    ),
    ...authorityLines(policies, colours),
    policies.length === 0 && problems.length === 0
      ? colours.red('There are no policies here.')
      : `${count(policies.length, 'policy', 'policies')} compiled, ${count(
          problems.length,
          'problem',
        )}, ${count(warnings.length, 'warning')}.`,
  ];
  return `${lines.join('\n')}\n`;
}

function forGithub({ policies, problems }: Checked): string {
  const lines = [
    ...problems.map(problem =>
      annotation('error', problem, 'Policy', problemText(problem)),
    ),
    ...policies.flatMap(({ policy, file, place, authority, warnings }) => {
      const title = shortRef(policy.document.ref);
      const at = { file, ...place };
      return [
        ...(authority.state === 'within'
          ? []
          : [
              annotation(
                authority.state === 'outside' ? 'error' : 'notice',
                at,
                title,
                authority.state === 'outside'
                  ? `It does not count: ${authority.because}.`
                  : `Its authority was not checked: ${authority.because}.`,
              ),
            ]),
        ...warnings.map(warning =>
          annotation('warning', warning, title, problemText(warning)),
        ),
      ];
    }),
  ];
  return lines.map(line => `${line}\n`).join('');
}

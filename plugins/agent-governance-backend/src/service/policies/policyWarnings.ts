import {
  ActionDescription,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicyDocument,
  PolicyProblem,
  compilePolicy,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { matchesGlob } from '@agentgov/backstage-plugin-agent-governance-node';

/** What the author of a policy should think about again. It counts all the same. */
export function policyWarnings(
  document: PolicyDocument,
  known: { environments: Environment[]; actions: ActionDescription[] },
): PolicyProblem[] {
  const compiled = compilePolicy(document);
  return [
    ...(compiled.ok ? compiled.policy.warnings : []),
    ...(document.appliesTo.actions ?? []).flatMap((pattern, index) =>
      known.actions.some(({ id }) => matchesGlob(pattern, id))
        ? []
        : [
            {
              field: `appliesTo.actions[${index}]`,
              reason: `no registered action is '${pattern}', so it holds for none yet`,
            },
          ],
    ),
    ...foreignEnvironments(document, known.environments),
  ];
}

/** Environments it names and has no say in. */
function foreignEnvironments(
  { level, owner, appliesTo }: PolicyDocument,
  environments: Environment[],
): PolicyProblem[] {
  if (level !== 'environment') {
    return [];
  }
  return (appliesTo.environments ?? []).flatMap((name, index) => {
    const owners = environments.find(one => one.name === name)?.owner;
    return owners === undefined || owners === owner
      ? []
      : [
          {
            field: `appliesTo.environments[${index}]`,
            reason: `${name} belongs to ${owners}, so what ${owner} says about it does not count`,
          },
        ];
  });
}

import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicyDocument,
  PolicyProblem,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** A guardrail for an environment that does not exist would never hold anything, and look as if it did. */
export function unknownEnvironments(
  document: PolicyDocument,
  environments: Environment[],
): PolicyProblem[] {
  const known = environments.map(({ name }) => name);
  return (document.appliesTo.environments ?? []).flatMap((name, index) =>
    known.includes(name)
      ? []
      : [
          {
            field: `appliesTo.environments[${index}]`,
            reason: `'${name}' is not a configured environment; those are ${known.join(
              ', ',
            )}`,
          },
        ],
  );
}

import {
  ActionDescription,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PolicyDocument,
  PolicyProblem,
  compilePolicy,
  scopeWarnings,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** What the author of a policy should think about again. It counts all the same. */
export function policyWarnings(
  document: PolicyDocument,
  known: { environments: Environment[]; actions: ActionDescription[] },
): PolicyProblem[] {
  const compiled = compilePolicy(document);
  return [
    ...(compiled.ok ? compiled.policy.warnings : []),
    ...scopeWarnings(document, known),
  ];
}

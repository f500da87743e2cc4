import { PolicySummary } from '@agentgov/backstage-plugin-agent-governance-common';

/** What is wrong with a policy, in a few words. */
export function troubleOf(policy: PolicySummary): string {
  const { pending, problemCount, state, unsatisfiableCount } = policy;
  const said = [
    ...(problemCount > 0
      ? [problemCount === 1 ? '1 problem' : `${problemCount} problems`]
      : []),
    ...(unsatisfiableCount > 0 ? ['too few people for a checkpoint'] : []),
    ...(pending ? ['a change waits for people'] : []),
    ...(state === 'vanished' && !pending ? ['waits to be confirmed gone'] : []),
  ];
  return said.join(', ') || 'None';
}

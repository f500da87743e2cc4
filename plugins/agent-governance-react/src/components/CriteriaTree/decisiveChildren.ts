import { CriteriaTrace } from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Splits a group's children into those its result hangs on and the others.
 * In Kleene's logic these are the children with the group's own result: one that
 * holds is enough for "at least one", one that fails is enough to break "all",
 * and an unknown one is what leaves either open. What is unknown is never among
 * the others, whatever it changed: it must be seen.
 */
export function decisiveChildren(
  group: Extract<CriteriaTrace, { kind: 'allOf' | 'anyOf' }>,
): { decisive: CriteriaTrace[]; others: CriteriaTrace[] } {
  const isDecisive = (child: CriteriaTrace) =>
    child.result === group.result || child.result === 'unknown';
  return {
    decisive: group.children.filter(isDecisive),
    others: group.children.filter(child => !isDecisive(child)),
  };
}

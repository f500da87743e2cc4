import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyNow, StoredPolicy } from '../store/PolicyStore';

/** Whether there is nothing to write. */
export function isSamePolicy(before: StoredPolicy, now: PolicyNow): boolean {
  return textOf(before) === textOf(now);
}

function textOf(policy: PolicyNow): string {
  const { revision, changedAt, ...rest } = policy as StoredPolicy;
  // what is absent and what is undefined are the same; text that cannot be recorded was refused before
  return canonicalJson(JSON.parse(JSON.stringify(rest)));
}

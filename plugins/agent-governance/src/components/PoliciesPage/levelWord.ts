import { PolicySummary } from '@agentgov/backstage-plugin-agent-governance-common';

const WORDS: Record<NonNullable<PolicySummary['level']>, string> = {
  organization: 'Organization',
  environment: 'Environment',
  team: 'Team',
  service: 'Service',
};

/** The word people read for a level of policies; one that cannot be read is said to be so. */
export function levelWord(level: PolicySummary['level']): string {
  return level === undefined ? 'Not readable' : WORDS[level];
}

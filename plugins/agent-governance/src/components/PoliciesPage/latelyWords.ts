import { PolicySummary } from '@agentgov/backstage-plugin-agent-governance-common';

/** What a policy decided in the last days, of what the person may see, and what it would have changed in shadow. */
export function latelyWords({ lately, mode }: PolicySummary): {
  title: string;
  description?: string;
} {
  if (lately === undefined) {
    return { title: 'Not counted' };
  }
  const { matched, changed } = lately;
  const title =
    matched === 0
      ? 'Nothing'
      : `${matched} ${matched === 1 ? 'decision' : 'decisions'}`;
  return mode === 'shadow' || changed > 0
    ? { title, description: `would have changed ${changed}` }
    : { title };
}

import { DraftedPolicy } from '@agentgov/backstage-plugin-agent-governance-common';

const MAX_TITLE = 200;

/** What to call a replay that nobody gave a name. */
export function titleOfDraft(policies: DraftedPolicy[]): string {
  const changed = policies.filter(({ change }) => change !== 'unchanged');
  const [first, ...others] = changed.length > 0 ? changed : policies;
  const title = `${inWords(first)}${
    others.length > 0 ? `, and ${others.length} more` : ''
  }`;
  return Array.from(title).slice(0, MAX_TITLE).join('');
}

function inWords({ title, change, before, after }: DraftedPolicy): string {
  switch (change) {
    case 'added':
      return `${title}, new`;
    case 'mode':
      return `${title} from ${before?.mode} to ${after?.mode}`;
    case 'off':
      return `${title} off`;
    case 'unchanged':
      return `${title}, unchanged`;
    default:
      return `${title}, changed`;
  }
}

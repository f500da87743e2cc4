import { PolicyChange } from '@agentgov/backstage-plugin-agent-governance-common';

/** What happened to a policy, in a few words. */
export function changeWords(change: PolicyChange): string {
  switch (change.type) {
    case 'policy.confirmed':
      return 'Confirmed to be gone';
    case 'policy.change-proposed':
      return 'A change that may loosen began to wait';
    case 'policy.change-withdrawn':
      return 'The change was withdrawn: the catalog holds another text';
    case 'policy.change-approved':
      return 'Agreed to the change';
    case 'policy.change-rejected':
      return 'The change was rejected';
    default:
      return `${effectWords(change)}${judgedWords(change)}`;
  }
}

function effectWords({ before, after, changed, ...change }: PolicyChange) {
  if (before === undefined && after !== undefined) {
    return 'Began to be evaluated';
  }
  const { modeBefore, modeAfter } = change;
  if (modeBefore && modeAfter && modeBefore !== modeAfter) {
    return `Changed from ${modeBefore} to ${modeAfter}`;
  }
  return changed.length === 0 ? 'Changed' : `Changed: ${changed.join(', ')}`;
}

/** Why it took effect, where changes were asked about. */
function judgedWords({ judged, approvals }: PolicyChange): string {
  switch (judged) {
    case 'approved':
      return `; ${approvals ?? 0} people agreed`;
    case 'does-not-loosen':
      return '; at once, because it cannot loosen';
    case 'adopted':
      return '; at once, because it was there when the portal was filled';
    case 'configuration':
      return '; at once, by the portal’s configuration';
    default:
      return '';
  }
}

import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';

/** Why a freeze cannot be set as the form stands; undefined when it can. */
export function whatIsMissing(form: {
  scope: FreezeScope;
  /** What was typed as a predicate is none. */
  hasBadTargets: boolean;
  /** Milliseconds since the epoch; of a freeze that happens once. */
  from: number | undefined;
  to: number | undefined;
  /** Of one that comes back: whether everything about that is said. */
  recurs: boolean;
  hasRecurrence: boolean;
  reason: string;
  permission: { allowed: boolean; because: string } | undefined;
  permissionError: Error | null;
  /** What the portal says is wrong with it. */
  refusal: string | undefined;
}): string | undefined {
  if (form.hasBadTargets) {
    return 'The predicate is no JSON object.';
  }
  const { entityRef, targets, environments } = form.scope;
  if (!entityRef && !targets && !environments?.length) {
    return 'Choose an entity, an environment, or both.';
  }
  if (form.recurs && !form.hasRecurrence) {
    return 'Say when it begins, how long it lasts, and how it comes back.';
  }
  if (!form.recurs && (form.from === undefined || form.to === undefined)) {
    return 'Say from when to when.';
  }
  if (!form.recurs && form.to! <= form.from!) {
    return 'It must end after it begins.';
  }
  if (form.refusal) {
    return form.refusal;
  }
  if (form.permissionError) {
    return 'Could not find out whether you may freeze this.';
  }
  if (!form.permission) {
    return 'Finding out whether you may freeze this…';
  }
  if (!form.permission.allowed) {
    return form.permission.because;
  }
  return form.reason.trim() === '' ? 'Give a reason.' : undefined;
}

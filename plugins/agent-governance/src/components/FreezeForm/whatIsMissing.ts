import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';

/** Why a freeze cannot be set as the form stands; undefined when it can. */
export function whatIsMissing(form: {
  scope: FreezeScope;
  /** Milliseconds since the epoch. */
  from: number | undefined;
  to: number | undefined;
  reason: string;
  permission: { allowed: boolean; because: string } | undefined;
  permissionError: Error | null;
}): string | undefined {
  if (!form.scope.entityRef && !form.scope.environments?.length) {
    return 'Choose an entity, an environment, or both.';
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
  if (form.from === undefined || form.to === undefined) {
    return 'Say from when to when.';
  }
  if (form.to <= form.from) {
    return 'It must end after it begins.';
  }
  return form.reason.trim() === '' ? 'Give a reason.' : undefined;
}

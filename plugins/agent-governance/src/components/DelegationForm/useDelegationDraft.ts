import { GrantDelegationInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { ZonedDateTime, now } from '@internationalized/date';
import { useState } from 'react';

/** Everything the form holds. */
export interface DelegationDraft {
  agent?: string;
  actions: string[];
  target?: string;
  environment?: string;
  until: ZonedDateTime | null;
  reason: string;
}

/** The form, what it stands for, and what it lacks. */
export function useDelegationDraft(agent: string | undefined) {
  const [draft, setDraft] = useState<DelegationDraft>(() => ({
    agent,
    actions: [],
    until: now('UTC').set({ second: 0, millisecond: 0 }).add({ days: 1 }),
    reason: '',
  }));
  return {
    draft,
    change: (change: Partial<DelegationDraft>) =>
      setDraft(before => ({ ...before, ...change })),
    missing: whatIsMissing(draft),
    input: toInput(draft),
  };
}

function whatIsMissing(draft: DelegationDraft): string | undefined {
  if (!draft.agent) {
    return 'Say which agent.';
  }
  if (draft.actions.length === 0) {
    return 'Say for which actions.';
  }
  if (!draft.until) {
    return 'Say until when.';
  }
  return draft.reason.trim() === '' ? 'Say what for.' : undefined;
}

function toInput(draft: DelegationDraft): GrantDelegationInput {
  const { agent = '', actions, target, environment, until, reason } = draft;
  return {
    agent,
    actions,
    ...(target && { targets: [target] }),
    ...(environment && { environments: [environment] }),
    until: until?.toAbsoluteString() ?? '',
    reason: reason.trim(),
  };
}

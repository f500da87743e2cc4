import {
  CreateFreezeInput,
  FreezeScope,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CalendarDateTime,
  ZonedDateTime,
  getLocalTimeZone,
  now,
  toCalendarDateTime,
} from '@internationalized/date';
import { useMemo, useState } from 'react';
import { splitList } from '../FreezeView';
import { RecurrenceDraft, toRecurrence } from './toRecurrence';

/** Everything the form holds. */
export interface FreezeDraft extends RecurrenceDraft {
  entityRef?: string;
  environment?: string;
  /** As typed, between commas. */
  actions: string;
  /** As typed: JSON. */
  targets: string;
  from: ZonedDateTime | null;
  to: ZonedDateTime | null;
  reason: string;
  owner?: string;
}

/** Stands for a reason while there is none, so that the rest can be looked at. */
const NO_REASON = 'Without a reason yet';

/** The form, and the freeze it stands for. */
export function useFreezeDraft(initial: FreezeScope) {
  const [draft, setDraft] = useState<FreezeDraft>(() => emptyDraft(initial));
  const recurrence = toRecurrence(draft);
  const recurs = draft.frequency !== 'once';
  const { scope, hasBadTargets } = scopeOf(draft);
  const isTimed = recurs
    ? recurrence !== undefined
    : Boolean(draft.from && draft.to && draft.to.compare(draft.from) > 0);
  const isScoped =
    !hasBadTargets &&
    Boolean(scope.entityRef || scope.targets || scope.environments);
  const input: CreateFreezeInput = {
    scope,
    ...(recurs
      ? { recurrence }
      : {
          from: draft.from?.toAbsoluteString(),
          to: draft.to?.toAbsoluteString(),
        }),
    reason: draft.reason.trim(),
    ...(draft.owner && { owner: draft.owner }),
  };
  const lookedAt = JSON.stringify({
    ...input,
    reason: NO_REASON,
    owner: undefined,
  });
  return {
    draft,
    change: (change: Partial<FreezeDraft>) =>
      setDraft(before => ({ ...before, ...change })),
    input,
    scope,
    hasBadTargets,
    recurs,
    hasRecurrence: recurrence !== undefined,
    /** What can be looked at before it has a reason; undefined while even that is not whole. */
    preview: useMemo(
      () =>
        isTimed && isScoped
          ? (JSON.parse(lookedAt) as CreateFreezeInput)
          : undefined,
      [lookedAt, isTimed, isScoped],
    ),
  };
}

function emptyDraft(initial: FreezeScope): FreezeDraft {
  const utc = now('UTC').set({ second: 0, millisecond: 0 });
  const zone = getLocalTimeZone();
  const local = toCalendarDateTime(now(zone));
  return {
    entityRef: initial.entityRef,
    environment: initial.environments?.[0],
    actions: initial.actions?.join(', ') ?? '',
    targets: '',
    from: utc,
    to: utc.add({ hours: 4 }),
    reason: '',
    frequency: 'once',
    start: new CalendarDateTime(local.year, local.month, local.day, 16),
    hours: 8,
    zone,
    weekdays: [],
    rule: '',
    until: null,
  };
}

function scopeOf(draft: FreezeDraft): {
  scope: FreezeScope;
  hasBadTargets: boolean;
} {
  const actions = splitList(draft.actions);
  const targets = parseTargets(draft.targets);
  return {
    scope: {
      ...(draft.entityRef && { entityRef: draft.entityRef }),
      ...(targets && { targets }),
      ...(actions.length > 0 && { actions }),
      ...(draft.environment && { environments: [draft.environment] }),
    },
    hasBadTargets: draft.targets.trim() !== '' && !targets,
  };
}

function parseTargets(text: string): JsonObject | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed && !Array.isArray(parsed)
      ? (parsed as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
}

import {
  PolicyDraftChange,
  ReplayScope,
  StartReplayInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { now, parseAbsolute, ZonedDateTime } from '@internationalized/date';
import { useState } from 'react';
import { ReplayStart } from '../../replays';

/** How far back to look; `times` means as the two fields say. */
export type Range = 'day' | 'week' | 'month' | 'times';

const DAYS: Record<Exclude<Range, 'times'>, number> = {
  day: 1,
  week: 7,
  month: 30,
};

/** A change, as far as it is filled in. */
export interface FormChange {
  /** Of this form alone. */
  id: number;
  change: PolicyDraftChange;
  /** The text that was found to be wrong, as long as it stands there. */
  wrongText?: string;
}

/** Everything the form holds. */
export interface ReplayForm {
  title: string;
  range: Range;
  from: ZonedDateTime | null;
  to: ZonedDateTime | null;
  where: Required<Omit<ReplayScope, 'from' | 'to'>>;
  changes: FormChange[];
}

function begin(start: ReplayStart): ReplayForm {
  const { title = '', scope = {}, draft = { changes: [] } } = start;
  const { from, to, agents = [], actions = [] } = scope;
  const { targets = [], environments = [] } = scope;
  return {
    title,
    range: from || to ? 'times' : 'week',
    from: from ? parseAbsolute(from, 'UTC') : now('UTC').subtract({ days: 7 }),
    to: to ? parseAbsolute(to, 'UTC') : now('UTC'),
    where: { agents, actions, targets, environments },
    changes: draft.changes.map((change, id) => ({ id, change })),
  };
}

function whatIsMissing(form: ReplayForm): string | undefined {
  const { changes, range, from, to } = form;
  if (changes.length === 0) {
    return 'Say what is to be tried.';
  }
  if (changes.some(({ change }) => 'text' in change && !change.text.trim())) {
    return 'Write or choose the text of the policy.';
  }
  if (
    changes.some(({ change }) => 'policyRef' in change && !change.policyRef)
  ) {
    return 'Say which policy.';
  }
  if (
    changes.some(
      ({ change, wrongText }) => 'text' in change && change.text === wrongText,
    )
  ) {
    return 'There are problems in the text.';
  }
  if (range !== 'times') {
    return undefined;
  }
  if (!from || !to) {
    return 'Say from when to when.';
  }
  return to.compare(from) > 0 ? undefined : 'It must end after it begins.';
}

/** "The last seven days" means those before the button is pressed. */
function toScope(form: ReplayForm): ReplayScope {
  const { range, where } = form;
  const times =
    range === 'times'
      ? { from: form.from!, to: form.to! }
      : { from: now('UTC').subtract({ days: DAYS[range] }), to: now('UTC') };
  return {
    from: times.from.toAbsoluteString(),
    to: times.to.toAbsoluteString(),
    ...Object.fromEntries(
      Object.entries(where).filter(([, names]) => names.length > 0),
    ),
  };
}

/** The form of a replay, what it lacks, and what it stands for. */
export function useReplayForm(start: ReplayStart) {
  const [form, setForm] = useState(() => begin(start));
  const change = (part: Partial<ReplayForm>) =>
    setForm(before => ({ ...before, ...part }));
  return {
    form,
    change,
    changeOne: (id: number, part: Partial<FormChange>) =>
      setForm(before => ({
        ...before,
        changes: before.changes.map(one =>
          one.id === id ? { ...one, ...part } : one,
        ),
      })),
    add: (added: PolicyDraftChange) =>
      setForm(before => ({
        ...before,
        changes: [
          ...before.changes,
          {
            id: Math.max(-1, ...before.changes.map(({ id }) => id)) + 1,
            change: added,
          },
        ],
      })),
    remove: (id: number) =>
      setForm(before => ({
        ...before,
        changes: before.changes.filter(one => one.id !== id),
      })),
    missing: whatIsMissing(form),
    toInput: (): StartReplayInput => ({
      ...(form.title.trim() && { title: form.title.trim() }),
      draft: { changes: form.changes.map(one => one.change) },
      scope: toScope(form),
    }),
  };
}

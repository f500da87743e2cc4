import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import { CalendarDate, CalendarDateTime } from '@internationalized/date';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** How often: once, or as one of the usual rules, or as somebody writes it. */
export type Frequency =
  | 'once'
  | 'daily'
  | 'weekly'
  | 'monthly'
  | 'yearly'
  | 'rule';

/** What the form says about coming back. */
export interface RecurrenceDraft {
  frequency: Frequency;
  start: CalendarDateTime | null;
  hours: number;
  zone: string;
  weekdays: Weekday[];
  /** RFC 5545, where the frequency is `rule`. */
  rule: string;
  /** The last day it may begin on; it comes for ever when absent. */
  until: CalendarDate | null;
}

/** The recurrence a draft stands for; none where it happens once or is not complete. */
export function toRecurrence(
  draft: RecurrenceDraft,
): FreezeRecurrence | undefined {
  const { start, hours, zone, until } = draft;
  const rule = ruleOf(draft);
  if (!rule || !start || !(hours > 0)) {
    return undefined;
  }
  const end = until && `UNTIL=${until.toString().replaceAll('-', '')}`;
  return {
    rule: [rule, ...(end ? [end] : [])].join(';'),
    start: start.toString().slice(0, 16),
    duration: durationOf(hours),
    zone,
  };
}

function ruleOf(draft: RecurrenceDraft): string | undefined {
  switch (draft.frequency) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly': {
      const days = WEEKDAYS.filter(day => draft.weekdays.includes(day));
      return days.length > 0
        ? `FREQ=WEEKLY;BYDAY=${days.join(',')}`
        : 'FREQ=WEEKLY';
    }
    case 'monthly':
      return 'FREQ=MONTHLY';
    case 'yearly':
      return 'FREQ=YEARLY';
    case 'rule':
      return draft.rule.trim() || undefined;
    default:
      return undefined;
  }
}

/** Whole days as days, so that a day on which the clocks change is one too. */
function durationOf(hours: number): string {
  const minutes = Math.round(hours * 60);
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440];
  const time = [
    rest >= 60 ? `${Math.floor(rest / 60)}H` : '',
    rest % 60 > 0 ? `${rest % 60}M` : '',
  ].join('');
  return `P${days > 0 ? `${days}D` : ''}${time && `T${time}`}`;
}

import { Temporal } from '@js-temporal/polyfill';
import { FreezeRecurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
import { parseRuleParts, RuleParts, writeRule } from './RuleParts';

const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;
const DAYS_NAMED = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO'];

/** When a recurring freeze comes, for people: "every week on Friday at 4 PM for 2 days, Europe/Berlin time". */
export function describeRecurrence(recurrence: FreezeRecurrence): string {
  const start = Temporal.PlainDateTime.from(recurrence.start);
  const parts = parseRuleParts(recurrence.rule, 'rule');
  const rule = new RRuleTemporal({
    rruleString: writeRule(withImplied(parts, start), ['UNTIL', 'COUNT']),
    dtstart: start.toZonedDateTime('UTC'),
  });
  const left = recurrence.exdates?.length;
  return [
    `${toText(rule, 'en', { excludeTzAbbreviation: true })} for ${inWords(
      recurrence.duration,
    )}`,
    `${recurrence.zone} time`,
    `from ${start.toPlainDate().toString()}`,
    ...describeEnd(parts),
    ...(left ? [`${left === 1 ? 'one is' : `${left} are`} left out`] : []),
  ].join(', ');
}

/** Which day it is follows from the first start; said out loud it cannot be misread. */
function withImplied(
  parts: RuleParts,
  start: Temporal.PlainDateTime,
): RuleParts {
  const said = new Map(parts);
  const freq = parts.get('FREQ');
  if (DAYS_NAMED.some(name => parts.has(name))) {
    return said;
  }
  if (freq === 'YEARLY' && !parts.has('BYMONTH')) {
    said.set('BYMONTH', String(start.month));
  }
  if (freq === 'YEARLY' || freq === 'MONTHLY') {
    said.set('BYMONTHDAY', String(start.day));
  }
  return said;
}

function describeEnd(parts: RuleParts): string[] {
  const count = parts.get('COUNT');
  const until = parts.get('UNTIL');
  if (count !== undefined) {
    return [count === '1' ? 'once' : `${count} times`];
  }
  return until === undefined
    ? []
    : [`until ${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`];
}

function inWords(iso: string): string {
  const duration = Temporal.Duration.from(iso).round({
    largestUnit: 'days',
    smallestUnit: 'seconds',
    relativeTo: Temporal.PlainDate.from('2026-01-01'),
  });
  return UNITS.filter(unit => duration[unit] > 0)
    .map(unit => {
      const count = duration[unit];
      return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
    })
    .join(' ');
}

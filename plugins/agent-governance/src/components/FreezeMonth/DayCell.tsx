import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { VisuallyHidden } from '@backstage/ui';
import {
  RiCalendarLine,
  RiHistoryLine,
  RiSnowflakeLine,
} from '@remixicon/react';
import { CalendarDate } from '@internationalized/date';
import { ReactElement } from 'react';
import { FreezeOnDay } from './placeFreezes';
import styles from './FreezeMonth.module.css';

const MOST = 3;

const ICONS: Record<Freeze['state'], ReactElement> = {
  'in-force': <RiSnowflakeLine />,
  planned: <RiCalendarLine />,
  over: <RiHistoryLine />,
  'ended-early': <RiHistoryLine />,
};
const WORDS: Record<Freeze['state'], string> = {
  'in-force': 'in force',
  planned: 'planned',
  over: 'over',
  'ended-early': 'ended early',
};

/** One day of the month, and what is frozen on it. */
export function DayCell(props: {
  day: CalendarDate;
  isActive: boolean;
  isToday: boolean;
  isOutside: boolean;
  /** Absent while they are asked for. */
  freezes: FreezeOnDay[] | undefined;
  onOpen(freeze: Freeze): void;
  onOpenDay(day: CalendarDate): void;
  onFocus(): void;
}) {
  const { day, isActive, isToday, isOutside, onFocus } = props;
  const freezes = props.freezes ?? [];
  // what does not fit beside "and more" is behind it
  const shown = freezes.length > MOST ? freezes.slice(0, MOST - 1) : freezes;
  const tabIndex = isActive ? 0 : -1;
  return (
    <td
      role="gridcell"
      className={styles.day}
      tabIndex={tabIndex}
      aria-current={isToday ? 'date' : undefined}
      data-outside={isOutside || undefined}
      onFocus={onFocus}
    >
      <span className={styles.number} aria-hidden="true">
        {day.day}
      </span>
      <VisuallyHidden>{describeDay(day, props.freezes)}</VisuallyHidden>
      {shown.length > 0 && (
        <ul className={styles.freezes}>
          {shown.map(({ freeze, state, beginsHere, endsHere }) => (
            <li key={freeze.id}>
              <button
                type="button"
                className={styles.freeze}
                tabIndex={tabIndex}
                data-state={state}
                data-begins={beginsHere || undefined}
                data-ends={endsHere || undefined}
                title={freeze.reason}
                onClick={() => props.onOpen(freeze)}
              >
                <span className={styles.icon} aria-hidden="true">
                  {ICONS[state]}
                </span>
                <bdi className={styles.reason}>{freeze.reason}</bdi>
                <VisuallyHidden>, {WORDS[state]}</VisuallyHidden>
              </button>
            </li>
          ))}
          {shown.length < freezes.length && (
            <li>
              <button
                type="button"
                className={styles.more}
                tabIndex={tabIndex}
                onClick={() => props.onOpenDay(day)}
              >
                {freezes.length - shown.length} more
              </button>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}

/** "Friday 20 November 2026", and whether that is all there is to say. */
function describeDay(
  day: CalendarDate,
  freezes: FreezeOnDay[] | undefined,
): string {
  const named = (part: 'weekday' | 'month') =>
    new Intl.DateTimeFormat('en', { [part]: 'long', timeZone: 'UTC' }).format(
      day.toDate('UTC'),
    );
  const date = `${named('weekday')} ${day.day} ${named('month')} ${day.year}`;
  if (!freezes) {
    return `${date}: loading`;
  }
  return freezes.length === 0 ? `${date}: nothing is frozen` : `${date}: `;
}

import {
  Freeze,
  FreezeAgenda,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useNow } from '@agentgov/backstage-plugin-agent-governance-react';
import { CalendarDate, isSameMonth, today } from '@internationalized/date';
import { KeyboardEvent, useEffect, useRef, useState } from 'react';
import { DayCell } from './DayCell';
import { MonthPage } from './monthOf';
import { placeFreezes } from './placeFreezes';
import { stepFrom } from './stepFrom';
import styles from './FreezeMonth.module.css';

const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

/**
 * A month of freezes as a grid of days.
 *
 * One day is in the order of tabs; arrows move to the days around it, Home and End within the week, Page Up and Page
 * Down to other months. From a day, Tab leads to what is frozen on it.
 */
export function FreezeMonth(props: {
  month: MonthPage;
  zone: string;
  /** Absent while it is asked for: then no day is said to be free. */
  agenda: FreezeAgenda | undefined;
  onOpen(freeze: Freeze): void;
  onOpenDay(day: CalendarDate): void;
  /** The day is in another month: show that. */
  onLeave(day: CalendarDate): void;
}) {
  const { month, zone, agenda, onOpen, onOpenDay, onLeave } = props;
  const moment = useNow();
  const now = today(zone);
  const isHere = (day: CalendarDate) => isSameMonth(day, month.first);
  const [chosen, setChosen] = useState(isHere(now) ? now : month.first);
  const active = isHere(chosen) ? chosen : month.first;
  const grid = useRef<HTMLTableElement>(null);
  const wasMoved = useRef(false);

  useEffect(() => {
    if (wasMoved.current) {
      wasMoved.current = false;
      grid.current?.querySelector<HTMLElement>('td[tabindex="0"]')?.focus();
    }
  });

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const isOnDay = (event.target as HTMLElement).tagName === 'TD';
    const next = isOnDay ? stepFrom(active, event.key) : undefined;
    if (!next) {
      return;
    }
    event.preventDefault();
    wasMoved.current = true;
    setChosen(next);
    if (!isHere(next)) {
      onLeave(next);
    }
  };

  return (
    <div className={styles.scroll}>
      <table
        ref={grid}
        role="grid"
        className={styles.month}
        aria-label={titleOf(month.first)}
        aria-busy={agenda === undefined}
        onKeyDown={move}
      >
        <thead>
          <tr>
            {WEEKDAYS.map(name => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 3)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {month.weeks.map(week => (
            <tr key={week[0].toString()}>
              {week.map(day => (
                <DayCell
                  key={day.toString()}
                  day={day}
                  isActive={day.compare(active) === 0}
                  isToday={day.compare(now) === 0}
                  isOutside={!isHere(day)}
                  freezes={
                    agenda && placeFreezes(agenda, day, { zone, now: moment })
                  }
                  onOpen={onOpen}
                  onOpenDay={onOpenDay}
                  onFocus={() => isHere(day) && setChosen(day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "November 2026". */
export function titleOf(first: CalendarDate): string {
  return new Intl.DateTimeFormat('en', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(first.toDate('UTC'));
}

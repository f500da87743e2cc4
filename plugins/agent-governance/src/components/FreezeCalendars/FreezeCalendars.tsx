import { FreezeCalendar } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  StatusTagProps,
  Time,
  formatDuration,
  useFreezeCalendars,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import {
  RiAlertLine,
  RiCheckLine,
  RiHistoryLine,
  RiQuestionLine,
} from '@remixicon/react';
import { FreezeScopeName } from '../FreezeItem';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import styles from './FreezeCalendars.module.css';

const LOOKS: Record<
  FreezeCalendar['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  fresh: { word: 'Fresh', tone: 'success', icon: <RiCheckLine /> },
  failing: { word: 'Failing', tone: 'warning', icon: <RiAlertLine /> },
  stale: {
    word: 'Stale',
    tone: 'danger',
    edge: 'dashed',
    icon: <RiHistoryLine />,
  },
  unread: {
    word: 'Not read yet',
    tone: 'danger',
    edge: 'dashed',
    icon: <RiQuestionLine />,
  },
};

/** The calendars freezes are read from, with what is wrong with them; nothing where there are none. */
export function FreezeCalendars() {
  const calendars = useFreezeCalendars();
  if (calendars.data?.length === 0) {
    return null;
  }
  return (
    <Section title="Calendars">
      <LoadState query={calendars} what="the calendars freezes are read from">
        {() => (
          <List gap="wide">
            {calendars.data!.map(calendar => (
              <CalendarItem key={calendar.id} calendar={calendar} />
            ))}
          </List>
        )}
      </LoadState>
    </Section>
  );
}

function CalendarItem(props: { calendar: FreezeCalendar }) {
  const { calendar } = props;
  const { word, ...tag } = LOOKS[calendar.state];
  const isBlind = calendar.state === 'stale' || calendar.state === 'unread';
  return (
    <li className={styles.calendar}>
      <p className={styles.line}>
        <StatusTag {...tag}>{word}</StatusTag>
        <strong>{calendar.id}</strong>
        <span>
          covers <FreezeScopeName scope={calendar.scope} />
        </span>
        <span>
          owner <EntityName entityRef={calendar.owner} />
        </span>
        <span className={styles.quiet}>
          read every {formatDuration(calendar.refreshSeconds)}
          {calendar.readAt && (
            <>
              , last <Time value={calendar.readAt} />
            </>
          )}
          ; {calendar.events} {calendar.events === 1 ? 'event' : 'events'} ahead
        </span>
      </p>
      {(isBlind || calendar.problems.length > 0) && (
        <Alert
          status={isBlind ? 'danger' : 'warning'}
          icon
          title={
            isBlind
              ? 'Whether something else is frozen there is not known'
              : 'It could not be read; what it said before still holds'
          }
          description={
            <ul className={styles.problems}>
              {calendar.problems.map(problem => (
                <li key={problem}>
                  <PlainText text={problem} />
                </li>
              ))}
            </ul>
          }
        />
      )}
    </li>
  );
}

import { FreezeImportEvent } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  StatusTag,
  StatusTagProps,
  formatUtc,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiAddLine,
  RiCheckLine,
  RiCloseCircleLine,
  RiForbidLine,
  RiHistoryLine,
} from '@remixicon/react';
import styles from './ImportFreezesDialog.module.css';

const LOOKS: Record<
  FreezeImportEvent['outcome'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  new: { word: 'New', tone: 'success', icon: <RiAddLine /> },
  known: { word: 'Already here', tone: 'neutral', icon: <RiCheckLine /> },
  over: { word: 'Over', tone: 'neutral', icon: <RiHistoryLine /> },
  cancelled: { word: 'Cancelled', tone: 'neutral', icon: <RiForbidLine /> },
  refused: {
    word: 'Cannot be read',
    tone: 'danger',
    icon: <RiCloseCircleLine />,
  },
};

function whenOf(event: FreezeImportEvent): string | undefined {
  if (event.words) {
    return event.words;
  }
  return event.from && event.to
    ? `${formatUtc(event.from)} to ${formatUtc(event.to)}`
    : undefined;
}

/** What becomes of each event of a file, those that cannot be read first. */
export function ImportedEvents(props: { events: FreezeImportEvent[] }) {
  const { events } = props;
  const sorted = [...events].sort(
    (a, b) =>
      Number(b.outcome === 'refused') - Number(a.outcome === 'refused') ||
      a.position - b.position,
  );
  return (
    <div className={styles.scroll}>
      <table className={styles.events}>
        <caption className={styles.label}>
          {events.length === 1 ? 'One event' : `${events.length} events`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th scope="col">Becomes</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(event => {
            const { word, ...tag } = LOOKS[event.outcome];
            return (
              <tr key={event.position}>
                <td>
                  {event.position}. <PlainText text={event.title} limit={120} />
                </td>
                <td>
                  <StatusTag {...tag}>{word}</StatusTag>
                </td>
                <td>
                  {event.problem ? (
                    <PlainText text={event.problem} />
                  ) : (
                    whenOf(event)
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

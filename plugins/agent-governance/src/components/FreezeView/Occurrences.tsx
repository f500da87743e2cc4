import { FreezeOccurrence } from '@agentgov/backstage-plugin-agent-governance-common';
import styles from './FreezeView.module.css';

/** Times on the clocks of a zone: "Fri, 20 Nov 2026, 16:00 to Sat, 21 Nov 2026, 00:00". */
export function Occurrences(props: {
  title: string;
  occurrences: FreezeOccurrence[];
  zone: string;
}) {
  const { title, occurrences, zone } = props;
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  });
  return (
    <div>
      <p className={styles.quiet}>
        {title}, on the clocks of {zone}
      </p>
      <ol className={styles.times}>
        {occurrences.map(({ from, to }) => (
          <li key={from}>
            <time dateTime={from}>{format.format(new Date(from))}</time> to{' '}
            <time dateTime={to}>{format.format(new Date(to))}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}

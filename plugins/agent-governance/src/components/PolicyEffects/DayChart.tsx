import {
  PolicyEffectModes,
  PolicyEffects,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Fold } from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { EffectTable } from './EffectTable';
import styles from './PolicyEffects.module.css';

type Day = PolicyEffects['days'][number];

/** From the bottom of a bar up. Each is told apart by how it is filled, not by its colour alone. */
const PARTS = [
  { id: 'silent', word: 'Nothing said' },
  { id: 'allow', word: 'Let through' },
  { id: 'hold', word: 'Held' },
  { id: 'unknown', word: 'Not evaluated' },
  { id: 'deny', word: 'Denied' },
] as const;

/** Decisions of each day by what the policy came to, as a picture and, one press away, as a table. */
export function DayChart(props: { days: Day[] }) {
  const { days } = props;
  const most = Math.max(1, ...days.map(day => totalOf(day)));
  const busiest = days.reduce((a, b) => (totalOf(b) > totalOf(a) ? b : a));
  return (
    <div>
      <div
        role="img"
        aria-label={`Decisions by day, the most on ${busiest.day}: ${totalOf(
          busiest,
        )}. The table below has all numbers.`}
        className={styles.chart}
      >
        {days.map(day => (
          <div key={day.day} className={styles.bar} title={titleOf(day)}>
            {PARTS.map(({ id }) => (
              <span
                key={id}
                className={styles.part}
                data-part={id}
                style={{ height: `${(100 * countOf(day, id)) / most}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <ul className={styles.legend} aria-label="How bars are filled">
        {PARTS.map(({ id, word }) => (
          <li key={id}>
            <span className={styles.key} data-part={id} aria-hidden="true" />
            {word}
          </li>
        ))}
      </ul>
      <Fold
        summary={
          <Text as="span" variant="body-medium">
            By day, in numbers
          </Text>
        }
      >
        <EffectTable
          label="What it came to, by day"
          heading="Day"
          rows={days.map(day => ({ ...day, id: day.day, name: day.day }))}
        />
      </Fold>
    </div>
  );
}

function totalOf({ enforce, shadow }: PolicyEffectModes): number {
  return enforce.decisions + shadow.decisions;
}

function countOf(
  { enforce, shadow }: PolicyEffectModes,
  part: (typeof PARTS)[number]['id'],
): number {
  const sum = (key: 'denied' | 'held' | 'allowed' | 'notEvaluated') =>
    enforce[key] + shadow[key];
  switch (part) {
    case 'deny':
      return sum('denied');
    case 'hold':
      return sum('held');
    case 'allow':
      return sum('allowed');
    case 'unknown':
      return sum('notEvaluated');
    default:
      return (
        enforce.decisions +
        shadow.decisions -
        sum('denied') -
        sum('held') -
        sum('allowed') -
        sum('notEvaluated')
      );
  }
}

function titleOf(day: Day): string {
  const parts = PARTS.map(
    ({ id, word }) => `${word.toLocaleLowerCase('en-US')} ${countOf(day, id)}`,
  );
  return `${day.day}: ${parts.join(', ')}`;
}

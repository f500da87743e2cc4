import { JsonValue } from '@agentgov/backstage-plugin-agent-governance-common';
import { PlainText } from '../PlainText';
import styles from './JsonView.module.css';

const LIMIT = 4_000;

/** A value as it is, as JSON, with hidden characters shown. @public */
export function JsonView(props: { label: string; value: JsonValue }) {
  const { label, value } = props;
  return (
    // What scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.json} role="group" aria-label={label} tabIndex={0}>
      <PlainText text={JSON.stringify(value, null, 2)} limit={LIMIT} />
    </pre>
  );
}

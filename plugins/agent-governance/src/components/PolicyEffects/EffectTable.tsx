import { PolicyEffectModes } from '@agentgov/backstage-plugin-agent-governance-common';
import { ReactNode } from 'react';
import styles from './PolicyEffects.module.css';

/** Counts, row by row: what it came to, and in shadow mode what the verdict would have been. */
export function EffectTable(props: {
  label: string;
  heading: string;
  rows: Array<PolicyEffectModes & { id: string; name: ReactNode }>;
}) {
  const { label, heading, rows } = props;
  const wasInShadow = rows.some(({ shadow }) => shadow.decisions > 0);
  return (
    <div
      className={styles.scroll}
      role="group"
      // a wide table scrolls on its own, so the keyboard must reach it
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">Decisions</th>
            <th scope="col">Denied</th>
            <th scope="col">Held</th>
            <th scope="col">Let through</th>
            <th scope="col">Not evaluated</th>
            {wasInShadow && <th scope="col">Would have changed</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, enforce, shadow }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>{enforce.decisions + shadow.decisions}</td>
              <td>{enforce.denied + shadow.denied}</td>
              <td>{enforce.held + shadow.held}</td>
              <td>{enforce.allowed + shadow.allowed}</td>
              <td>{enforce.notEvaluated + shadow.notEvaluated}</td>
              {wasInShadow && <td>{shadow.changed}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

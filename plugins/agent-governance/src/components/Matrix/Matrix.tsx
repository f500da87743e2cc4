import { ReactNode } from 'react';
import styles from './Matrix.module.css';

/** Something for every row in every column. */
export function Matrix(props: {
  label: string;
  caption: ReactNode;
  /** Above the columns, as header cells; the first is above the rows' names. */
  columns: ReactNode;
  /** Table rows, each begun by a header cell. */
  children: ReactNode;
}) {
  const { label, caption, columns, children } = props;
  return (
    <div
      className={styles.scroll}
      role="group"
      // a wide matrix scrolls on its own, so the keyboard must reach it
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
    >
      <table className={styles.matrix}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>{columns}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

import { ReactNode, useState } from 'react';
import styles from './Fold.module.css';

/** Something said in one line, with the rest one press away. Renders the rest only when open. @public */
export function Fold(props: {
  summary: ReactNode;
  children: ReactNode;
  defaultOpen?: boolean;
}) {
  const { summary, children, defaultOpen = false } = props;
  const [open, setOpen] = useState(defaultOpen);
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary className={styles.summary}>{summary}</summary>
      {open && <div className={styles.body}>{children}</div>}
    </details>
  );
}

import { ReactNode } from 'react';
import styles from './Matrix.module.css';

/** What is said quietly: the id beneath a name, or why a cell is empty. */
export function MatrixNote(props: { children: ReactNode }) {
  return <span className={styles.note}>{props.children}</span>;
}

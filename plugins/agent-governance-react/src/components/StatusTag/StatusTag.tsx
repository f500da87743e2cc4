import { ReactElement, ReactNode } from 'react';
import styles from './StatusTag.module.css';

/** @public */
export type StatusTone = 'success' | 'warning' | 'danger' | 'info' | 'neutral';

/** @public */
export interface StatusTagProps {
  tone: StatusTone;
  icon: ReactElement;
  /** `dashed` marks what is not settled or not known; `double` what nobody gave. */
  edge?: 'solid' | 'dashed' | 'double';
  children: ReactNode;
}

/** A state in a word, an icon and a colour; the word alone is enough. @public */
export function StatusTag(props: StatusTagProps) {
  const { tone, icon, edge = 'solid', children } = props;
  return (
    <span className={styles.tag} data-tone={tone} data-edge={edge}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      {children}
    </span>
  );
}

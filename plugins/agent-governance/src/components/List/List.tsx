import { ReactNode } from 'react';
import styles from './List.module.css';

/** Things under each other, without bullets. */
export function List(props: {
  /** Where their order means something. */
  ordered?: boolean;
  gap?: 'tight' | 'wide';
  'aria-label'?: string;
  children: ReactNode;
}) {
  const { ordered, gap, children } = props;
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag
      className={styles.list}
      data-gap={gap}
      aria-label={props['aria-label']}
    >
      {children}
    </Tag>
  );
}

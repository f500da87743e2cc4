import { ReactNode } from 'react';
import styles from './Item.module.css';

/** One of a list of things that take several lines each: a stop, a freeze, a tool. */
export function Item(props: { children: ReactNode }) {
  return <li className={styles.item}>{props.children}</li>;
}

/** What is said of it side by side, wrapping where there is no room. */
export function ItemLine(props: { as?: 'p' | 'li'; children: ReactNode }) {
  const { as: Tag = 'p', children } = props;
  return <Tag className={styles.line}>{children}</Tag>;
}

/** What is worth knowing, and less than the rest. */
export function Quiet(props: {
  as?: 'span' | 'code' | 'p';
  id?: string;
  children: ReactNode;
}) {
  const { as: Tag = 'span', id, children } = props;
  return (
    <Tag id={id} className={styles.quiet}>
      {children}
    </Tag>
  );
}

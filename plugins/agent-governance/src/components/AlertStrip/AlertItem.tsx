import { Alert, AlertProps, Link } from '@backstage/ui';
import { ReactElement, ReactNode } from 'react';
import styles from './AlertStrip.module.css';

/** Something that is in force, or wrong, here and now. */
export interface AlertItemProps {
  status: 'info' | 'warning' | 'danger';
  icon: ReactElement;
  title: ReactNode;
  /** Until when, or until what happens; the one detail that is told however little room there is. */
  until?: ReactNode;
  /** The page where it can be ended, or where more is known of it. */
  link?: { href?: string; text: string };
  isCompact?: boolean;
  /** All that is to be said where there is room. */
  children: ReactNode;
}

function MoreLink(props: Pick<AlertItemProps, 'link'>) {
  const { href, text } = props.link ?? {};
  return href === undefined ? null : <Link href={href}>{text}</Link>;
}

/** One alert: as a box that says everything, or as a line on a card. */
export function AlertItem(props: AlertItemProps) {
  const { status, icon, title, until, link, isCompact, children } = props;
  return isCompact ? (
    <li className={styles.line} data-status={status}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.words}>
        <strong>{title}</strong> {until} <MoreLink link={link} />
      </span>
    </li>
  ) : (
    <li>
      <Alert
        status={status satisfies AlertProps['status']}
        icon={icon}
        title={title}
        description={
          <>
            {children} {until} <MoreLink link={link} />
          </>
        }
      />
    </li>
  );
}

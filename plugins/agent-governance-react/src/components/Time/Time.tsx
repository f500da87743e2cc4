import { formatRelative, formatUtc, useNow } from '../../time';
import { PlainText } from '../PlainText';
import styles from './Time.module.css';

/** A moment as people say it; the exact time in UTC on hover and focus. @public */
export function Time(props: { value: string }) {
  const { value } = props;
  const now = useNow();
  if (Number.isNaN(Date.parse(value))) {
    return <PlainText text={value} />;
  }
  return (
    // Focus shows what hover shows, so a keyboard must be able to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <time className={styles.time} dateTime={value} tabIndex={0}>
      {formatRelative(value, now)}
      <span className={styles.exact} role="tooltip">
        {formatUtc(value)}
      </span>
    </time>
  );
}

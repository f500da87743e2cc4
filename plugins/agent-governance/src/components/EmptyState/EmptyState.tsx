import { Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says that there is nothing, and what would be here otherwise. */
export function EmptyState(props: {
  title: string;
  description?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <Text as="p" variant="body-large" weight="bold">
        {props.title}
      </Text>
      {props.description && (
        <Text as="p" variant="body-medium" color="secondary">
          {props.description}
        </Text>
      )}
      {props.action}
    </div>
  );
}

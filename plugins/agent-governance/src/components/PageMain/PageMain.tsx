import { Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './PageMain.module.css';

/** The one landmark of a page of this plugin, with its heading. */
export function PageMain(props: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Inside a page of another plugin, which has its own margins. */
  isEmbedded?: boolean;
  children: ReactNode;
}) {
  const { title, description, actions, isEmbedded, children } = props;
  return (
    <main
      className={styles.main}
      data-agent-governance
      data-embedded={isEmbedded}
      aria-label={title}
    >
      <div className={styles.head}>
        <div className={styles.words}>
          <Text as="h2" variant="title-small" weight="bold">
            {title}
          </Text>
          {description && (
            <Text as="p" variant="body-medium" color="secondary">
              {description}
            </Text>
          )}
        </div>
        {actions}
      </div>
      {children}
    </main>
  );
}

import { Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { PolicyBanner } from '../PolicyBanner';
import styles from './PageMain.module.css';

/** What a page of this plugin shows, with its heading, in the one landmark there must be. */
export function PageMain(props: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  /** Inside a page of another plugin, which has its own landmark and margins. */
  isEmbedded?: boolean;
  children: ReactNode;
}) {
  const { title, description, actions, isEmbedded, children } = props;
  const Landmark = isEmbedded ? 'section' : 'main';
  return (
    <Landmark
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
      {!isEmbedded && <PolicyBanner />}
      {children}
    </Landmark>
  );
}

import { Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import styles from './Section.module.css';

/** A titled part of a page. */
export function Section(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, actions, children } = props;
  return (
    <Card className={styles.section}>
      <CardHeader>
        <div className={styles.head}>
          <Text as="h3" variant="title-x-small" weight="bold">
            {title}
          </Text>
          {actions}
        </div>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}

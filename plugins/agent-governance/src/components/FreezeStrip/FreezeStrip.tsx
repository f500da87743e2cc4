import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import { RiSnowflakeLine } from '@remixicon/react';
import { FreezeScopeName } from '../FreezeItem';
import { LoadFailure } from '../LoadState';
import styles from './FreezeStrip.module.css';

/** The freezes in force over an entity. Silence must mean that there are none, so a failure shows. */
export function FreezeStrip(props: { freezes: CursorList<Freeze> }) {
  const { freezes } = props;
  if (freezes.error) {
    return (
      <LoadFailure
        error={freezes.error}
        what="whether a freeze is in force"
        onRetry={freezes.refetch}
      />
    );
  }
  return (
    <div className={styles.strip} role="status">
      {freezes.items.map(freeze => (
        <Alert
          key={freeze.id}
          status="info"
          icon={<RiSnowflakeLine aria-hidden="true" />}
          title={
            <>
              Freeze in force: <PlainText text={freeze.reason} />
            </>
          }
          description={
            <>
              Covers <FreezeScopeName scope={freeze.scope} />. Ends{' '}
              <Time value={freeze.to} />. Owner{' '}
              <EntityName entityRef={freeze.owner} />.
            </>
          }
        />
      ))}
    </div>
  );
}

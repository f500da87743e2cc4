import {
  Freeze,
  FreezeException,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert } from '@backstage/ui';
import { RiSnowflakeLine } from '@remixicon/react';
import { FreezeScopeName } from '../FreezeItem';
import { ExceptionScopeName } from '../FreezeView';
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
              <Time value={freeze.to} />.{' '}
              {freeze.recurrence && <>It comes {freeze.recurrence.words}. </>}
              Owner <EntityName entityRef={freeze.owner} />.
              {freeze.exceptions?.map(exception => (
                <Excepted key={exception.id} exception={exception} />
              ))}
            </>
          }
        />
      ))}
    </div>
  );
}

/** It does not stop everything: what may pass, until when. */
function Excepted(props: { exception: FreezeException }) {
  const { scope, to } = props.exception;
  return (
    <span className={styles.excepted}>
      Excepted until <Time value={to} />: <ExceptionScopeName scope={scope} />.
    </span>
  );
}

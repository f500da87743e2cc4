import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { Fragment, useId, useState } from 'react';
import { Quiet } from '../Item';
import { EndFreezeDialog } from '../EndFreezeDialog';
import styles from './FreezeItem.module.css';

/** The way to end a freeze, for those who may, and who agreed to it so far. */
export function EndFreeze(props: {
  freeze: Freeze;
  /** Why it cannot be ended by this person; undefined when it can. */
  hindrance: string | undefined;
  onEnded(freeze: Freeze): void;
}) {
  const { freeze, hindrance, onEnded } = props;
  const [isOpen, setOpen] = useState(false);
  const reasonId = useId();
  return (
    <div className={styles.end}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={hindrance !== undefined}
        aria-describedby={reasonId}
        onPress={() => setOpen(true)}
      >
        End now
      </Button>
      <Quiet id={reasonId}>{hindrance}</Quiet>
      {freeze.ending && (
        <span>
          {freeze.ending.agreedBy.map((person, index) => (
            <Fragment key={person}>
              {index > 0 && ', '}
              <EntityName entityRef={person} />
            </Fragment>
          ))}{' '}
          agreed to end it; it takes {freeze.ending.required}
        </span>
      )}
      {isOpen && (
        <EndFreezeDialog
          freeze={freeze}
          onClose={() => setOpen(false)}
          onEnded={changed => {
            setOpen(false);
            onEnded(changed);
          }}
        />
      )}
    </div>
  );
}

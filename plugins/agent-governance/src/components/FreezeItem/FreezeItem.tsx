import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  StatusTagProps,
  Time,
  useMayFreeze,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import {
  RiCalendarLine,
  RiHistoryLine,
  RiSnowflakeLine,
} from '@remixicon/react';
import { useId, useState } from 'react';
import { EndFreezeDialog } from '../EndFreezeDialog';
import styles from './FreezeItem.module.css';

const LOOKS: Record<
  Freeze['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  'in-force': { word: 'In force', tone: 'info', icon: <RiSnowflakeLine /> },
  planned: {
    word: 'Planned',
    tone: 'neutral',
    edge: 'dashed',
    icon: <RiCalendarLine />,
  },
  over: { word: 'Over', tone: 'neutral', icon: <RiHistoryLine /> },
  'ended-early': {
    word: 'Ended early',
    tone: 'neutral',
    icon: <RiHistoryLine />,
  },
};

/** What a freeze covers, with links. */
export function FreezeScopeName(props: { scope: Freeze['scope'] }) {
  const { entityRef, environments } = props.scope;
  return (
    <>
      {entityRef ? <EntityName entityRef={entityRef} /> : 'everything'} in{' '}
      {environments?.join(', ') ?? 'all environments'}
    </>
  );
}

function EndFreeze(props: { freeze: Freeze; onEnded(): void }) {
  const { freeze, onEnded } = props;
  const [isOpen, setOpen] = useState(false);
  const permission = useMayFreeze(freeze.scope);
  const reasonId = useId();
  const hindrance = permission.data?.allowed
    ? undefined
    : permission.data?.because ??
      permission.error?.message ??
      'Finding out whether you may end it…';
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
      <span id={reasonId} className={styles.quiet}>
        {hindrance}
      </span>
      {isOpen && (
        <EndFreezeDialog
          freeze={freeze}
          onClose={() => setOpen(false)}
          onEnded={() => {
            setOpen(false);
            onEnded();
          }}
        />
      )}
    </div>
  );
}

/** One freeze: state, scope, time, reason, owner, and its end for those who may. */
export function FreezeItem(props: { freeze: Freeze; onEnded(): void }) {
  const { freeze, onEnded } = props;
  const { word, ...tag } = LOOKS[freeze.state];
  const canEnd = freeze.state === 'in-force' || freeze.state === 'planned';
  return (
    <li className={styles.freeze}>
      <p className={styles.line}>
        <StatusTag {...tag}>{word}</StatusTag>
        <strong>
          <PlainText text={freeze.reason} />
        </strong>
        <span>
          covers <FreezeScopeName scope={freeze.scope} />
        </span>
      </p>
      <p className={styles.line}>
        <span>
          From <Time value={freeze.from} /> to <Time value={freeze.to} />
        </span>
        <span>
          owner <EntityName entityRef={freeze.owner} />
        </span>
        <span className={styles.quiet}>
          set by <EntityName entityRef={freeze.createdBy} />
        </span>
        {freeze.endedAt && (
          <span>
            ended <Time value={freeze.endedAt} />
            {freeze.endedBy && (
              <>
                {' '}
                by <EntityName entityRef={freeze.endedBy} />
              </>
            )}
          </span>
        )}
      </p>
      {canEnd && <EndFreeze freeze={freeze} onEnded={onEnded} />}
    </li>
  );
}

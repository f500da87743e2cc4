import {
  FreezeException,
  FreezeExceptionScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  StatusTagProps,
  Time,
  useApproveFreezeException,
  useEndFreezeException,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import {
  RiDoorOpenLine,
  RiHistoryLine,
  RiQuestionLine,
} from '@remixicon/react';
import { Fragment, useId } from 'react';
import { Item, ItemLine, Quiet } from '../Item';
import { messageOf, statusOf } from '../LoadState';
import styles from './FreezeView.module.css';

const LOOKS: Record<
  FreezeException['state'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  requested: {
    word: 'Asked for',
    tone: 'warning',
    edge: 'dashed',
    icon: <RiQuestionLine />,
  },
  active: { word: 'Active', tone: 'success', icon: <RiDoorOpenLine /> },
  expired: { word: 'Expired', tone: 'neutral', icon: <RiHistoryLine /> },
  ended: { word: 'Ended', tone: 'neutral', icon: <RiHistoryLine /> },
};

/** What an exception takes out, with links. */
export function ExceptionScopeName(props: { scope: FreezeExceptionScope }) {
  const { entityRef, actions, environments, agentRef } = props.scope;
  return (
    <>
      {actions ? <PlainText text={actions.join(', ')} /> : 'every action'}
      {agentRef && (
        <>
          {' '}
          of <EntityName entityRef={agentRef} />
        </>
      )}
      {entityRef && (
        <>
          {' '}
          on <EntityName entityRef={entityRef} />
        </>
      )}
      {environments && ` in ${environments.join(', ')}`}
    </>
  );
}

/** One exception: what, when, why, who agreed, and the next step for those who may. */
export function ExceptionItem(props: {
  exception: FreezeException;
  /** Whether the person has standing over the freeze. */
  mayDecide: { allowed: boolean; because: string };
  onSaid(words: string): void;
}) {
  const { exception, mayDecide, onSaid } = props;
  const { approvals, state } = exception;
  const { word, ...tag } = LOOKS[state];
  const approve = useApproveFreezeException();
  const end = useEndFreezeException();
  const reasonId = useId();
  const step = {
    freezeId: exception.freezeId,
    exceptionId: exception.id,
    revision: exception.revision,
  };
  const isOpen = state === 'requested' || state === 'active';
  const error = approve.error ?? end.error;

  return (
    <Item>
      <ItemLine>
        <StatusTag {...tag}>{word}</StatusTag>
        <strong>
          <ExceptionScopeName scope={exception.scope} />
        </strong>
        <span>
          from <Time value={exception.from} /> to <Time value={exception.to} />
        </span>
      </ItemLine>
      <ItemLine>
        <PlainText text={exception.reason} />
      </ItemLine>
      <ItemLine>
        <Quiet>
          asked for by <EntityName entityRef={exception.requestedBy} />
        </Quiet>
        <span>
          {approvals.agreedBy.length} of {approvals.required}{' '}
          {approvals.required === 1 ? 'approval' : 'approvals'}
          {approvals.agreedBy.map((person, index) => (
            <Fragment key={person}>
              {index === 0 ? ': ' : ', '}
              <EntityName entityRef={person} />
            </Fragment>
          ))}
        </span>
        {exception.endedBy && (
          <span>
            ended by <EntityName entityRef={exception.endedBy} />
          </span>
        )}
      </ItemLine>
      {isOpen && (
        <div className={styles.line}>
          {state === 'requested' && (
            <Button
              size="small"
              variant="primary"
              isDisabled={!mayDecide.allowed}
              isPending={approve.isPending}
              aria-describedby={reasonId}
              onPress={() =>
                approve.mutate(step, {
                  onSuccess: changed =>
                    onSaid(
                      changed.state === 'active'
                        ? 'The exception is active.'
                        : 'You approved the exception; more people must.',
                    ),
                })
              }
            >
              Approve
            </Button>
          )}
          <Button
            size="small"
            variant="secondary"
            isPending={end.isPending}
            onPress={() =>
              end.mutate(step, {
                onSuccess: () => onSaid('The exception was ended.'),
              })
            }
          >
            {state === 'active' ? 'End the exception' : 'Refuse'}
          </Button>
          <Quiet id={reasonId}>{!mayDecide.allowed && mayDecide.because}</Quiet>
        </div>
      )}
      {error && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={
            statusOf(error) === 409
              ? 'This exception changed, look again'
              : 'Nothing was changed'
          }
          description={<PlainText text={messageOf(error)} />}
        />
      )}
    </Item>
  );
}

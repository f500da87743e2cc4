import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { Fragment, useState } from 'react';
import { ConfirmPolicyDialog } from '../ConfirmPolicyDialog';
import { PolicyProblems } from './PolicyProblems';
import styles from './PolicyTrouble.module.css';

function brokenTitle({ standing }: PolicyDetail): string {
  switch (standing) {
    case 'last-good':
      return 'This policy is broken: its last good text decides';
    case 'no-good-text':
      return 'This policy is broken, and everything it could speak about is held';
    default:
      return 'This policy is broken, and nothing of it decides';
  }
}

/** Everything about a policy that is not as its author would have it, before anything else is said. */
export function PolicyTrouble(props: { policy: PolicyDetail }) {
  const { policy } = props;
  return (
    <div className={styles.trouble}>
      {policy.state === 'vanished' && <Vanished policy={policy} />}
      {policy.state === 'broken' && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={brokenTitle(policy)}
          description={<PolicyProblems problems={policy.problems} />}
        />
      )}
      {(policy.state === 'untrusted' ||
        policy.state === 'out-of-authority') && (
        <Alert
          role="alert"
          status="warning"
          icon
          title="This policy counts for nothing"
          description={
            <>
              <PlainText text={policy.because} />
              {policy.problems.length > 0 && (
                <PolicyProblems problems={policy.problems} />
              )}
            </>
          }
        />
      )}
      <TooFewPeople policy={policy} />
      {policy.warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title="It counts, and its author should look at this"
          description={<PolicyProblems problems={policy.warnings} />}
        />
      )}
    </div>
  );
}

function Vanished(props: { policy: PolicyDetail }) {
  const { policy } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Alert
        role="alert"
        status="danger"
        icon
        title="This policy vanished, and still forbids what it forbade"
        description={
          <>
            <PlainText text={policy.because} /> It allows nothing any more.{' '}
            <WhoEndsIt policy={policy} /> If it should go on, put it back into
            the catalog.
          </>
        }
        customActions={
          policy.mayConfirm && (
            <Button
              size="small"
              variant="secondary"
              onPress={() => setOpen(true)}
            >
              Confirm that it is gone
            </Button>
          )
        }
      />
      {isOpen && (
        <ConfirmPolicyDialog policy={policy} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function WhoEndsIt(props: { policy: PolicyDetail }) {
  const { confirmers, pendingChange } = props.policy;
  if (pendingChange) {
    return <>It ends when enough people agree to that, below.</>;
  }
  return (
    <>
      It ends when it is confirmed to be gone, by{' '}
      {confirmers.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ' or '}
          <EntityName entityRef={ref} defaultKind="group" />
        </Fragment>
      ))}
      {confirmers.length === 0 && 'nobody: no administrator is set'}.
    </>
  );
}

function TooFewPeople(props: { policy: PolicyDetail }) {
  const failing = props.policy.checkpoints.filter(
    ({ satisfiable }) => satisfiable === false,
  );
  return failing.length === 0 ? null : (
    <Alert
      role="alert"
      status="danger"
      icon
      title="There are too few people for what it asks: what it would hold is denied"
      description={
        <ul className={styles.list}>
          {failing.map(({ rule, anyOf }) => (
            <li key={rule}>
              <code>{rule}</code>:{' '}
              <PlainText
                text={anyOf.flatMap(({ because }) => because ?? []).join('; ')}
              />
            </li>
          ))}
        </ul>
      }
    />
  );
}

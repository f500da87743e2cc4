import {
  PendingPolicyChange,
  PolicyDetail,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { useState } from 'react';
import { Quiet } from '../Item';
import { Section } from '../Section';
import { AttachedReplay } from './AttachedReplay';
import { EntityParties } from './EntityParties';
import { PolicyDifference } from './PolicyDifference';
import { SourcePlace } from './SourcePlace';
import { VoteDialog } from './VoteDialog';
import { Votes } from './Votes';
import styles from './PolicyChanges.module.css';

/** The change of a policy that waits for people, if there is one. */
export function ProposedChange(props: { policy: PolicyDetail }) {
  const { policy } = props;
  return policy.pendingChange ? (
    <PendingChange policy={policy} change={policy.pendingChange} />
  ) : null;
}

/** What would be another, why it may loosen, who agreed, and who is still needed. */
function PendingChange(props: {
  policy: PolicyDetail;
  change: PendingPolicyChange;
}) {
  const { policy, change } = props;
  const [verdict, setVerdict] = useState<'approve' | 'reject'>();
  const isWaiting = change.state === 'waiting';
  return (
    <Section
      title={
        isWaiting
          ? 'A change that may loosen waits'
          : 'A change was rejected, and still stands in the catalog'
      }
    >
      <div className={styles.pending}>
        <p className={styles.text}>
          {policy.standing
            ? 'Until enough people agree, the text before decides.'
            : 'Until enough people agree, nothing of it decides.'}{' '}
          Proposed <Time value={change.proposedAt} />.
        </p>
        {change.originLocation !== undefined && (
          <SourcePlace
            originLocation={change.originLocation}
            sourceUrl={change.sourceUrl}
          />
        )}
        <div>
          <h4 className={styles.heading}>Why it may loosen</h4>
          <ul className={styles.findings}>
            {change.findings.map(({ what, because }) => (
              <li key={what}>
                <PlainText text={what} limit={600} />{' '}
                <Quiet>
                  <PlainText text={because} limit={600} />
                </Quiet>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h4 className={styles.heading}>What would change</h4>
          {change.to === undefined && (
            <p className={styles.text}>
              Nothing of it would decide: <PlainText text={change.because} />
            </p>
          )}
          <PolicyDifference
            policyRef={policy.ref}
            before={change.from}
            after={change.to}
          />
        </div>
        <AttachedReplay change={change} />
        <div>
          <h4 className={styles.heading}>Who agreed</h4>
          <Votes change={change} />
        </div>
        {isWaiting && (
          <>
            {change.eligible < change.quorum.count && (
              <Alert
                status="warning"
                icon
                title="Nobody can bring it into effect at present"
                description={
                  <>
                    It takes {change.quorum.count} people of{' '}
                    <EntityParties refs={change.quorum.from} />, and there are{' '}
                    {change.eligible}.
                  </>
                }
              />
            )}
            {change.mayVote.allowed ? (
              <div className={styles.buttons}>
                <Button
                  variant="primary"
                  isDisabled={change.hasAgreed}
                  onPress={() => setVerdict('approve')}
                >
                  {change.hasAgreed ? 'You agreed' : 'Agree'}
                </Button>
                <Button
                  variant="secondary"
                  onPress={() => setVerdict('reject')}
                >
                  Reject
                </Button>
              </div>
            ) : (
              <Quiet as="p">
                You cannot vote: <PlainText text={change.mayVote.because} />.
              </Quiet>
            )}
          </>
        )}
      </div>
      {verdict && (
        <VoteDialog
          policy={policy}
          change={change}
          verdict={verdict}
          onClose={() => setVerdict(undefined)}
        />
      )}
    </Section>
  );
}

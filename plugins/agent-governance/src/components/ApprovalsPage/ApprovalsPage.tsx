import { ReviewVerdict } from '@agentgov/backstage-plugin-agent-governance-common';
import { useActionRequests } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { PendingPolicies } from '../PendingPolicies';
import { ApprovalDetail } from './ApprovalDetail';
import { ApprovalList } from './ApprovalList';
import { UnknownOutcomes } from './UnknownOutcomes';
import { useStepKeys } from './useStepKeys';
import styles from './ApprovalsPage.module.css';

const SAID: Record<ReviewVerdict, string> = {
  approve: 'Your approval was recorded.',
  reject: 'Your rejection was recorded.',
};

/** The inbox: what waits for me, oldest first, and one of them in full. */
export function ApprovalsPage() {
  const [params, setParams] = useSearchParams();
  const [said, setSaid] = useState('');
  const [hasMoved, setHasMoved] = useState(false);
  const waiting = useActionRequests({ waitingForMe: true, order: 'oldest' });
  const ids = waiting.items.map(request => request.id);
  const selected = params.get('request') ?? ids[0];

  const select = (id: string | undefined) => {
    setHasMoved(true);
    setParams(id ? { request: id } : {}, { replace: true });
  };
  const step = (by: number) => {
    const next = ids[ids.indexOf(selected) + by];
    if (next) {
      select(next);
    }
  };
  useStepKeys({ j: () => step(1), k: () => step(-1) });

  const onReviewed = (verdict: ReviewVerdict) => {
    const at = ids.indexOf(selected);
    setSaid(SAID[verdict]);
    select(ids[at + 1] ?? ids[at - 1]);
  };

  return (
    <PageMain
      title="Waiting for you"
      description="Requests that a policy holds until you have looked. J and K move through the list."
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {said && (
        <p className={styles.said} aria-hidden="true">
          {said}
        </p>
      )}
      <UnknownOutcomes />
      <PendingPolicies />
      <LoadState query={waiting} what="the requests that wait for you">
        {() =>
          ids.length === 0 && !selected ? (
            <EmptyState
              title="Nothing waits for you."
              description="When a policy wants you to look before an agent acts, it appears here and you are notified."
            />
          ) : (
            <div className={styles.panes}>
              <div className={styles.list}>
                <ApprovalList
                  requests={waiting.items}
                  selected={selected}
                  onSelect={() => setHasMoved(true)}
                />
                {waiting.hasNextPage && (
                  <Button
                    variant="secondary"
                    isPending={waiting.isFetchingNextPage}
                    onPress={waiting.fetchNextPage}
                  >
                    Show more
                  </Button>
                )}
              </div>
              <ApprovalDetail
                key={selected}
                requestId={selected}
                takesFocus={hasMoved}
                onReviewed={onReviewed}
              />
            </div>
          )
        }
      </LoadState>
    </PageMain>
  );
}

import { Delegation } from '@agentgov/backstage-plugin-agent-governance-common';
import { CursorList } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { DelegationItem } from '../DelegationItem';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import styles from './DelegationList.module.css';

/** Delegations, as far as they were read, and the way to the rest. */
export function DelegationList(props: {
  delegations: CursorList<Delegation>;
  /** What is said where there is none. */
  empty: string;
  onRevoke(id: string): void;
}) {
  const { delegations, empty, onRevoke } = props;
  return (
    <LoadState query={delegations} what="the delegations">
      {delegations.items.length === 0 && <EmptyState title={empty} />}
      <ul className={styles.list}>
        {delegations.items.map(delegation => (
          <DelegationItem
            key={delegation.id}
            delegation={delegation}
            onRevoke={() => onRevoke(delegation.id)}
          />
        ))}
      </ul>
      {delegations.hasNextPage && (
        <Button
          variant="secondary"
          isPending={delegations.isFetchingNextPage}
          onPress={delegations.fetchNextPage}
        >
          Show more
        </Button>
      )}
    </LoadState>
  );
}

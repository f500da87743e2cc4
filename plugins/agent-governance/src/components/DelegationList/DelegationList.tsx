import { Delegation } from '@agentgov/backstage-plugin-agent-governance-common';
import { CursorList } from '@agentgov/backstage-plugin-agent-governance-react';
import { DelegationItem } from '../DelegationItem';
import { PagedList } from '../PagedList';

/** Delegations, as far as they were read, and the way to the rest. */
export function DelegationList(props: {
  delegations: CursorList<Delegation>;
  /** What is said where there is none. */
  empty: string;
  onRevoke(id: string): void;
}) {
  const { delegations, empty, onRevoke } = props;
  return (
    <PagedList
      list={delegations}
      what="the delegations"
      empty={empty}
      gap="wide"
    >
      {delegation => (
        <DelegationItem
          key={delegation.id}
          delegation={delegation}
          onRevoke={() => onRevoke(delegation.id)}
        />
      )}
    </PagedList>
  );
}

import { useDelegations } from '@agentgov/backstage-plugin-agent-governance-react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink, VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { delegationsRouteRef } from '../../routes';
import { DelegationList } from '../DelegationList';
import { RevokeDelegationDialog } from '../RevokeDelegationDialog';
import styles from './AgentDelegations.module.css';

/** What people let one agent do on their behalf now, as far as the person may know of it, and the way to let it. */
export function AgentDelegations(props: {
  /** Entity ref of the agent. */
  agentRef: string;
}) {
  const { agentRef } = props;
  const delegations = useDelegations({ agent: agentRef, state: 'active' });
  const page = useRouteRef(delegationsRouteRef);
  const [revoking, setRevoking] = useState<string>();
  const [said, setSaid] = useState('');
  const at = (more: Record<string, string> = {}) =>
    `${page!()}?${new URLSearchParams({ agent: agentRef, ...more })}`;

  return (
    <div className={styles.delegations}>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <DelegationList
        delegations={delegations}
        empty="Nobody delegates anything to it, as far as you may know."
        onRevoke={setRevoking}
      />
      {page && (
        <div className={styles.ways}>
          <ButtonLink
            size="small"
            variant="secondary"
            href={at({ new: 'true' })}
          >
            Delegate
          </ButtonLink>
          <ButtonLink size="small" variant="tertiary" href={at()}>
            All its delegations
          </ButtonLink>
        </div>
      )}
      {revoking !== undefined && (
        <RevokeDelegationDialog
          id={revoking}
          onClose={() => setRevoking(undefined)}
          onRevoked={() => {
            setRevoking(undefined);
            setSaid('The delegation is revoked.');
          }}
        />
      )}
    </div>
  );
}

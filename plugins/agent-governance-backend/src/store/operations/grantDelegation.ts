import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { toDelegationRow } from '../delegationRow';
import { StoredDelegation } from '../DelegationStore';
import { bumpEpoch } from '../epoch';

/** Records a delegation. */
export async function grantDelegation(
  tx: Knex.Transaction,
  delegation: StoredDelegation,
): Promise<void> {
  const { id, agentRef, actions, targets, environments, until } = delegation;
  await tx('delegation').insert(toDelegationRow(delegation));
  // before the entry, which says as of when it counts
  const epoch = await bumpEpoch(tx);
  await appendEntry(tx, {
    stream: `delegation:${id}`,
    type: 'delegation.granted',
    body: {
      delegationId: id,
      agentRef,
      actions,
      ...(targets && { targets }),
      ...(environments && { environments }),
      until,
      epoch,
    },
    payloads: [
      {
        name: 'people',
        content: { grantedBy: delegation.grantedBy },
        classification: 'person',
      },
      {
        name: 'reason',
        content: delegation.reason,
        classification: 'free-text',
      },
    ],
    time: new Date(delegation.createdAt),
  });
}

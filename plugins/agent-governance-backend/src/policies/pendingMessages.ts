import { OutboxMessage } from '../store/operations/enqueue';
import { PendingChange } from '../store/PolicyChangeStore';
import { PolicyNow } from '../store/PolicyStore';

/**
 * What to tell whom where a change of a policy begins to wait: those who may vote, and nobody else. The title carries
 * nothing that whoever wrote the policy wrote.
 */
export function pendingMessages(
  { ref }: PolicyNow,
  { quorum, to }: PendingChange,
): OutboxMessage[] {
  return [
    {
      recipients: quorum.from,
      title:
        to === undefined
          ? 'An organization policy would end'
          : 'An organization policy would loosen',
      description: `Until ${quorum.count} of you agree, what decided before decides.`,
      link: `/agent-governance/policies?policy=${encodeURIComponent(ref)}`,
      severity: 'normal',
      scope: `agent-governance:policy:${ref}`,
    },
  ];
}

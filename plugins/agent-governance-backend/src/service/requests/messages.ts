import {
  Decision,
  reviewPartiesOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { notCounted } from '../../store/notCounted';
import { OutboxMessage } from '../../store/operations/enqueue';
import { ActionRequestRow } from '../../store/rows';

/**
 * What to tell whom about a decision. A hold goes to those whose review would count, and to nobody else.
 *
 * Titles carry the action's registered title and the environment, which the platform team wrote,
 * and nothing an agent wrote or a recipient may not read.
 */
export function messagesFor(
  row: Pick<
    ActionRequestRow,
    'id' | 'action_title' | 'environment' | 'on_behalf_of' | 'run_started_by'
  >,
  decision: Decision,
): OutboxMessage[] {
  if (decision.verdict !== 'hold') {
    return [];
  }
  const own = notCounted(row);
  return [
    {
      recipients: reviewPartiesOf(decision.checkpoints),
      ...(own.length > 0 && { except: own }),
      title: `An agent asks to ${row.action_title.toLocaleLowerCase(
        'en-US',
      )} in ${row.environment}`,
      description:
        decision.purpose === 'proposal'
          ? 'It waits for a review by your team.'
          : 'The world changed since it was approved: it waits for a new review by your team.',
      link: `/agent-governance/requests/${row.id}`,
      severity: 'normal',
      scope: `agent-governance:request:${row.id}`,
    },
  ];
}

/** What to tell reviewers about an outcome nobody can be sure of. */
export function unknownOutcomeMessage(
  row: Pick<ActionRequestRow, 'id' | 'action_title' | 'environment'>,
  recipients: string[],
): OutboxMessage[] {
  return recipients.length === 0
    ? []
    : [
        {
          recipients,
          title: `Nobody knows whether this happened: ${row.action_title} in ${row.environment}`,
          description:
            'The attempt was cut off and may not be repeated by a machine. Look at the outside system, and say on its page what is there.',
          link: `/agent-governance/requests/${row.id}`,
          severity: 'high',
          scope: `agent-governance:request:${row.id}`,
        },
      ];
}

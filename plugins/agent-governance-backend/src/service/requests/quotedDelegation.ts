import { InputError } from '@backstage/errors';
import { delegationCovers } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DelegationStore,
  StoredDelegation,
  whyEnded,
} from '../../store/DelegationStore';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is to be done under a delegation, and by whom. */
export interface DelegatedWork {
  agentRef: string;
  actionId: string;
  targetRef: string;
  environment: string;
}

/**
 * The delegation an agent quotes, if it is one of its own, in force, and for this.
 *
 * @throws InputError naming the field: a bad reference is no request, and what another agent was granted looks as if it
 *   did not exist
 */
export async function quotedDelegation(
  id: string,
  options: {
    work: DelegatedWork;
    delegations: Pick<DelegationStore, 'get'>;
    now: Date;
  },
): Promise<StoredDelegation> {
  const { work, delegations, now } = options;
  const found = UUID.test(id) ? await delegations.get(id) : undefined;
  if (found?.agentRef !== work.agentRef) {
    throw new InputError(
      `'delegation' must be the id of a delegation to ${work.agentRef}, and this is none: GET /v1/delegations lists them`,
    );
  }
  const ended = whyEnded(found, now);
  if (ended) {
    throw new InputError(`'delegation' is no longer in force: ${ended}`);
  }
  if (!delegationCovers(found, work)) {
    throw new InputError(
      `'delegation' is not for this: it is for ${inWords(found)}, and '${
        work.actionId
      }' on '${work.targetRef}' in '${work.environment}' is asked for`,
    );
  }
  return found;
}

function inWords({ actions, targets, environments }: StoredDelegation): string {
  return [
    actions.join(', '),
    ...(targets ? [`on ${targets.join(', ')}`] : []),
    ...(environments ? [`in ${environments.join(', ')}`] : []),
  ].join(' ');
}

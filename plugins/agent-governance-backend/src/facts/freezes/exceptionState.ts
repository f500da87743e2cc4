import { FreezeException } from '@agentgov/backstage-plugin-agent-governance-common';
import { StoredFreezeException } from '../../store/FreezeStore';

/** Where an exception stands at a moment. */
export function exceptionState(
  exception: Pick<StoredFreezeException, 'state' | 'to'>,
  now: Date,
): FreezeException['state'] {
  return exception.state !== 'ended' && exception.to <= now.toISOString()
    ? 'expired'
    : exception.state;
}

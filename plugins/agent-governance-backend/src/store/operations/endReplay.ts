import { ReplayState } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { ReplayRow } from '../replayRow';

/** From here nothing becomes of a replay any more. */
export const ENDED_REPLAY: ReplayState[] = ['succeeded', 'cancelled', 'failed'];

/** What an end leaves behind. */
const NOT_UNDER_WAY = {
  active_for: null,
  slot: null,
  lease_token: null,
  lease_expires_ms: null,
  tally: null,
  cursor_at: null,
  cursor_id: null,
};

/**
 * Ends a replay that is under way; of one without a report no flips are kept.
 *
 * @returns `false` when it is not, or is no longer as `where` says
 */
export async function endReplay(
  tx: Knex.Transaction,
  where: Partial<ReplayRow>,
  end: Pick<ReplayRow, 'state' | 'ended_at'> & Partial<ReplayRow>,
): Promise<boolean> {
  const changed = await tx<ReplayRow>('replay')
    .where(where)
    .whereNotIn('state', ENDED_REPLAY)
    .update({
      ...NOT_UNDER_WAY,
      ...end,
      revision: tx.raw('revision + 1') as never,
    });
  if (changed === 1 && end.state !== 'succeeded') {
    await tx('replay_flip').where({ replay_id: where.id }).delete();
  }
  return changed === 1;
}

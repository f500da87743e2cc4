import { Knex } from 'knex';
import { ReplayRow } from '../replayRow';
import { ENDED_REPLAY } from './endReplay';

/** How many replays one sweep deletes: their flips may be many. */
const SWEEP_BATCH = 20;

/**
 * Deletes what has ended before a time, and the oldest beyond so many.
 *
 * @returns how many
 */
export async function sweepReplays(
  knex: Knex,
  options: { before: Date; most: number },
): Promise<number> {
  const ended = () =>
    knex<ReplayRow>('replay').whereIn('state', ENDED_REPLAY).limit(SWEEP_BATCH);
  const old = await ended()
    .where('ended_at', '<', options.before.toISOString())
    .orderBy('ended_at')
    .pluck('id');
  const beyond = await ended()
    .orderBy('id', 'desc')
    .offset(options.most)
    .pluck('id');
  const ids = [...new Set([...old, ...beyond])];
  if (ids.length > 0) {
    await knex.transaction(async tx => {
      await tx('replay_flip').whereIn('replay_id', ids).delete();
      await tx('replay').whereIn('id', ids).delete();
    });
  }
  return ids.length;
}

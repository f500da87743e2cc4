import { Knex } from 'knex';
import { FlipFilter, StoredFlip } from '../ReplayStore';
import { ReplayFlipRow } from '../replayRow';

/** Flips of a replay, in the order of the decisions. Which policies they are of is not looked at here. */
export async function listFlips(
  knex: Knex,
  query: {
    replayId: string;
    filter: FlipFilter;
    after?: number;
    limit: number;
  },
): Promise<StoredFlip[]> {
  const { replayId, filter, after, limit } = query;
  const rows = knex<ReplayFlipRow>('replay_flip')
    .where({ replay_id: replayId })
    .orderBy('seq')
    .limit(limit);
  if (after !== undefined) {
    rows.where('seq', '>', after);
  }
  const equals = {
    agent_ref: filter.agent,
    team_ref: filter.team,
    action_id: filter.action,
    kind: filter.kind,
    verdict_before: filter.from,
    verdict_after: filter.to,
  };
  for (const [column, value] of Object.entries(equals)) {
    if (value !== undefined) {
      rows.where(column, value);
    }
  }
  return (await rows).map(({ seq, document }) => ({
    seq,
    flip: JSON.parse(document),
  }));
}

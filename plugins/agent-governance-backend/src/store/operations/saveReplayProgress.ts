import { ReplayFlip } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { databaseNow } from '../databaseNow';
import { ReplayProgress } from '../ReplayStore';
import { progressColumns, ReplayFlipRow, ReplayRow } from '../replayRow';

/** Below the number of bindings that every database takes in one statement. */
const FLIPS_AT_ONCE = 50;

/** Whose replay it is, and until when. */
export interface ReplayLease {
  id: string;
  leaseToken: string;
}

/**
 * Keeps how far a replay has come, with the flips since the last time, and extends its lease: all of it or nothing, so
 * that whoever takes it up counts each decision once.
 *
 * @returns `false` when it is no longer this process's to run: cancelled, or taken up by another
 */
export async function saveReplayProgress(
  tx: Knex.Transaction,
  options: ReplayLease & {
    progress: ReplayProgress;
    flips: ReplayFlip[];
    leaseMs: number;
  },
): Promise<boolean> {
  const { id, leaseToken, progress, flips, leaseMs } = options;
  const now = await databaseNow(tx);
  const changed = await tx<ReplayRow>('replay')
    .where({ id, state: 'running', lease_token: leaseToken })
    .update({
      ...progressColumns(progress),
      lease_expires_ms: now + leaseMs,
      revision: tx.raw('revision + 1'),
    });
  if (changed !== 1) {
    return false;
  }
  const first = progress.kept - flips.length;
  const rows = flips.map((flip, index) => toFlipRow(id, first + index, flip));
  for (let at = 0; at < rows.length; at += FLIPS_AT_ONCE) {
    await tx('replay_flip').insert(rows.slice(at, at + FLIPS_AT_ONCE));
  }
  return true;
}

function toFlipRow(
  replayId: string,
  seq: number,
  flip: ReplayFlip,
): ReplayFlipRow {
  return {
    replay_id: replayId,
    seq,
    agent_ref: flip.agentRef,
    team_ref: flip.team ?? null,
    action_id: flip.actionId,
    target_ref: flip.targetRef,
    kind: flip.kind,
    verdict_before: flip.before.verdict,
    verdict_after: flip.after.verdict,
    document: JSON.stringify(flip),
  };
}

import { Replay } from '@agentgov/backstage-plugin-agent-governance-common';
import { ReplayProgress, StoredReplay } from './ReplayStore';

/** Table `replay`. */
export interface ReplayRow {
  id: string;
  title: string;
  created_by: string | null;
  audience: string | null;
  state: Replay['state'];
  scope: string;
  draft: string;
  policies: string;
  base_digest: string;
  drafted: string;
  visible: string | null;
  total: number | null;
  done: number;
  cursor_at: string | null;
  cursor_id: string | null;
  /** JSON, see {@link fromTally}. */
  tally: string | null;
  report: string | null;
  error: string | null;
  created_at: string;
  ended_at: string | null;
  /** Text on PostgreSQL. */
  revision: number | string;
  active_for: string | null;
  slot: number | null;
  attempt: number;
  lease_token: string | null;
  lease_expires_ms: number | string | null;
}

/** Table `replay_flip`. */
export interface ReplayFlipRow {
  replay_id: string;
  seq: number;
  agent_ref: string;
  team_ref: string | null;
  action_id: string;
  target_ref: string;
  kind: string;
  verdict_before: string;
  verdict_after: string;
  document: string;
}

/** What people see of a replay; the rest is only read by who runs it. */
export const SHOWN_COLUMNS = [
  'id',
  'title',
  'created_by',
  'audience',
  'state',
  'scope',
  'draft',
  'policies',
  'base_digest',
  'total',
  'done',
  'report',
  'error',
  'created_at',
  'ended_at',
  'revision',
] as const satisfies ReadonlyArray<keyof ReplayRow>;

export type ShownReplayRow = Pick<ReplayRow, (typeof SHOWN_COLUMNS)[number]>;

export function fromReplayRow(row: ShownReplayRow): StoredReplay {
  return {
    id: row.id,
    title: row.title,
    ...(row.created_by !== null && { createdBy: row.created_by }),
    ...(row.audience !== null && { audience: JSON.parse(row.audience) }),
    state: row.state,
    scope: JSON.parse(row.scope),
    draft: JSON.parse(row.draft),
    policies: JSON.parse(row.policies),
    baseDigest: row.base_digest,
    ...(row.total !== null && { total: row.total }),
    done: row.done,
    ...(row.report !== null && { report: JSON.parse(row.report) }),
    ...(row.error !== null && { error: row.error }),
    createdAt: row.created_at,
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
    revision: Number(row.revision),
  };
}

/** Where a replay had come when its progress was last kept. */
export function progressOf(row: ReplayRow): ReplayProgress | undefined {
  if (row.tally === null || row.total === null) {
    return undefined;
  }
  const { tally, kept } = JSON.parse(row.tally);
  return {
    tally,
    kept,
    total: row.total,
    done: row.done,
    ...(row.cursor_at !== null &&
      row.cursor_id !== null && {
        cursor: { at: row.cursor_at, id: row.cursor_id },
      }),
  };
}

/** The columns that {@link progressOf} reads. */
export function progressColumns(
  progress: ReplayProgress,
): Pick<ReplayRow, 'tally' | 'total' | 'done' | 'cursor_at' | 'cursor_id'> {
  const { tally, kept, total, done, cursor } = progress;
  return {
    tally: JSON.stringify({ tally, kept }),
    total,
    done,
    cursor_at: cursor?.at ?? null,
    cursor_id: cursor?.id ?? null,
  };
}

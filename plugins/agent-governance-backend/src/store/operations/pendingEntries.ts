import { NewLedgerEntry } from '../../ledger/appendEntry';
import { ChangeJudgement, PendingChange } from '../PolicyChangeStore';
import { StoredPolicy } from '../PolicyStore';

/** What to put on record where a change begins to wait, is replaced by another, or is not in the catalog any more. */
export function pendingEntries(
  change: {
    before: StoredPolicy | undefined;
    judgement?: ChangeJudgement;
    now: Date;
  },
  after: StoredPolicy,
): NewLedgerEntry[] {
  const { before, judgement, now } = change;
  const [was, is] = [before?.pending, after.pending];
  if (was?.id === is?.id) {
    return [];
  }
  return [
    ...(was && was.id !== judgement?.changeId
      ? [withdrawnEntry(after, was, now)]
      : []),
    ...(is ? [proposedEntry(after, is, now)] : []),
  ];
}

function withdrawnEntry(
  { ref, revision }: StoredPolicy,
  { id, state }: PendingChange,
  now: Date,
): NewLedgerEntry {
  return {
    stream: `policy:${ref}`,
    type: 'policy.change-withdrawn',
    body: { changeId: id, revision, was: state },
    time: now,
  };
}

function proposedEntry(
  { ref, revision, mode }: StoredPolicy,
  { id, from, to, quorum, proposed, findings }: PendingChange,
  now: Date,
): NewLedgerEntry {
  return {
    stream: `policy:${ref}`,
    type: 'policy.change-proposed',
    body: {
      changeId: id,
      revision,
      before: from ?? null,
      after: to ?? null,
      state: proposed.state,
      mode: {
        before: from === undefined ? null : mode ?? null,
        after: to === undefined ? null : proposed.mode ?? null,
      },
      level: proposed.level ?? null,
      source: proposed.sourceDigest ?? null,
      levels: quorum.levels,
      count: quorum.count,
    },
    payloads: [
      { name: 'quorum', content: quorum.from, classification: 'person' },
      {
        name: 'findings',
        content: findings.map(({ what, because }) => ({ what, because })),
        classification: 'facts',
      },
      {
        name: 'place',
        content: {
          originLocation: proposed.originLocation ?? null,
          sourceUrl: proposed.sourceUrl ?? null,
          uid: proposed.entityUid ?? null,
        },
        classification: 'facts',
      },
    ],
    time: now,
  };
}

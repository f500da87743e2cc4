import {
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { NewLedgerEntry } from '../../ledger/appendEntry';
import { ChangeJudgement } from '../PolicyChangeStore';
import { PolicyNow, StoredPolicy } from '../PolicyStore';

/**
 * What of a policy makes a difference to decisions, or to who answers for them. What is wrong with a text that
 * does not decide anyway is none of it: else whoever may write an inert policy could fill the ledger.
 */
function effectOf(policy: PolicyNow | undefined): JsonObject {
  const { state, standing, level, mode, textDigest, owner, heldScope } =
    policy ?? {};
  return {
    // what is only proposed is, as far as decisions go, not there
    state: state === 'proposed' ? null : state ?? null,
    standing: standing ?? null,
    level: level ?? null,
    mode: mode ?? null,
    text: textDigest ?? null,
    owner: owner ?? null,
    heldScope: (heldScope as JsonObject | undefined) ?? null,
    source:
      standing === 'last-good' || standing === 'no-good-text'
        ? policy?.sourceDigest ?? null
        : null,
  };
}

/** The names of what differs between two versions of a policy, as far as it matters to decisions. */
export function policyDifferences(
  before: PolicyNow | undefined,
  after: PolicyNow,
): string[] {
  const [was, is] = [effectOf(before), effectOf(after)];
  return Object.keys(is)
    .filter(name => canonicalJson(was[name]) !== canonicalJson(is[name]))
    .sort();
}

/** What was asked of a change, and why that was met. */
export function governanceOf(judgement: ChangeJudgement): JsonObject {
  const { quorum, judged, changeId, votesCounted } = judgement;
  return {
    levels: quorum.levels,
    count: quorum.count,
    judged,
    changeId: changeId ?? null,
    votesCounted: votesCounted ?? [],
  };
}

/** The ledger entry of a change: texts by digest, names apart so that they can be erased. */
export function describePolicyChange(
  change: {
    before: StoredPolicy | undefined;
    after: StoredPolicy;
    judgement?: ChangeJudgement;
    /** From this one on it decides so. */
    epoch: number;
  },
  now: Date,
): NewLedgerEntry {
  const { before, after, judgement, epoch } = change;
  const [was, is] = [effectOf(before), effectOf(after)];
  const both = (name: string) => ({ before: was[name], after: is[name] });
  return {
    stream: `policy:${after.ref}`,
    type: 'policy.changed',
    body: {
      revision: after.revision,
      before: was.text,
      after: is.text,
      changed: policyDifferences(before, after),
      state: both('state'),
      standing: both('standing'),
      level: both('level'),
      mode: both('mode'),
      source: after.sourceDigest ?? null,
      epoch,
      governance: judgement ? governanceOf(judgement) : null,
    },
    payloads: [
      { name: 'owner', content: both('owner'), classification: 'person' },
      {
        name: 'place',
        content: {
          originLocation: after.originLocation ?? null,
          sourceUrl: after.sourceUrl ?? null,
          uid: after.entityUid ?? null,
        },
        classification: 'facts',
      },
    ],
    time: now,
  };
}

import {
  digestOf,
  PolicyChangeJudgement,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { OutboxMessage } from '../store/operations/enqueue';
import {
  ChangeJudgement,
  ChangeQuorum,
  PendingChange,
} from '../store/PolicyChangeStore';
import { PolicyNow, StoredPolicy } from '../store/PolicyStore';
import { pendingMessages } from './pendingMessages';

/** What is to be written, with what was made of the change where changes are asked about. */
export interface GovernedPolicy {
  policy: PolicyNow;
  judgement?: ChangeJudgement;
  /** To those who may vote, where a change begins to wait. */
  messages: OutboxMessage[];
}

/** How changes are governed just now. */
export interface Governing {
  quorum?: ChangeQuorum;
  /** Whether policies that are new are taken as they come: the portal is being filled. */
  adopts: boolean;
  /** Of two texts by digest; absent for none. */
  judge(
    from: string | undefined,
    to: string | undefined,
  ): PolicyChangeJudgement;
  now: Date;
}

/**
 * Lets a change of a policy take effect, or wait for people: a pure function of what is stored and what was found.
 *
 * What waits is a change of what decides, at a level that asks for a quorum, that is not shown not to loosen: another
 * text, none any more, or one that loses its authority by its own edit. Until people agree, what decided decides. What
 * restricts on its own (a policy that vanished allows nothing any more) never waits, nor does what follows from the
 * portal's configuration: whoever may change that, may also turn the quorum off.
 *
 * @param proposed - what would be stored if nobody were asked
 */
export function governPolicy(
  before: StoredPolicy | undefined,
  proposed: PolicyNow,
  governing: Governing,
): GovernedPolicy {
  const policy: PolicyNow = { ...proposed };
  delete policy.pending;
  const { quorum } = governing;
  if (!quorum || !isGoverned(before, policy, quorum)) {
    return { policy, messages: [] };
  }
  const wanted = wantedChange(before, policy);
  if (!wanted) {
    return {
      policy,
      ...(endsByConfiguration(before, policy) && {
        judgement: { quorum, judged: 'configuration' },
      }),
      messages: [],
    };
  }
  const { from, to, becomes } = wanted;
  const { loosens, findings } = governing.judge(from, to);
  if (!loosens) {
    return {
      policy,
      ...(policy.state !== 'vanished' && {
        judgement: { quorum, judged: 'does-not-loosen' },
      }),
      messages: [],
    };
  }
  if (governing.adopts && from === undefined) {
    return { policy, judgement: { quorum, judged: 'adopted' }, messages: [] };
  }
  const pending = pendingOf(
    before,
    { from, to, becomes, quorum, findings },
    governing.now,
  );
  const held = { ...heldBack(before, policy), pending };
  return {
    policy: held,
    messages:
      pending.id === before?.pending?.id ? [] : pendingMessages(held, pending),
  };
}

function isGoverned(
  before: StoredPolicy | undefined,
  after: PolicyNow,
  { levels }: ChangeQuorum,
): boolean {
  return [before?.level, after.level].some(
    level => level !== undefined && levels.includes(level),
  );
}

/** Its text is as it was, and counts for nothing any more. */
function endsByConfiguration(
  before: StoredPolicy | undefined,
  after: PolicyNow,
): boolean {
  return (
    before?.standing !== undefined &&
    before.textDigest !== undefined &&
    after.textDigest === undefined
  );
}

/** From which text to which, and what the policy would be; `undefined` where nothing changes that anybody is asked about. */
function wantedChange(
  before: StoredPolicy | undefined,
  after: PolicyNow,
): { from?: string; to?: string; becomes: PolicyNow } | undefined {
  const from = before?.standing ? before.textDigest : undefined;
  if (after.state === 'vanished') {
    return from === undefined ? undefined : { from, becomes: goneOf(after) };
  }
  // what no text of was ever good is held, whatever becomes of it
  if (after.standing === 'no-good-text') {
    return undefined;
  }
  const to = after.standing ? after.textDigest : undefined;
  const isSameEntity =
    before?.sourceDigest !== undefined &&
    before.sourceDigest === after.sourceDigest;
  if (from === to || (to === undefined && isSameEntity)) {
    return undefined;
  }
  return { from, to, becomes: after };
}

function goneOf(vanished: PolicyNow): PolicyNow {
  const { standing, textDigest, heldScope, ...rest } = vanished;
  return {
    ...rest,
    state: 'gone',
    because: 'It is gone, and enough people agreed to that.',
    problems: [],
    checkpoints: [],
  };
}

/** The same change keeps its name, its votes and whether it was rejected; another one begins anew. */
function pendingOf(
  before: StoredPolicy | undefined,
  change: Pick<PendingChange, 'from' | 'to' | 'quorum' | 'findings'> & {
    becomes: PolicyNow;
  },
  now: Date,
): PendingChange {
  const { becomes, ...rest } = change;
  const known = before?.pending;
  const isKnown =
    known !== undefined &&
    known.from === change.from &&
    known.to === change.to &&
    digestOfQuorum(known.quorum) === digestOfQuorum(change.quorum);
  return isKnown
    ? { ...known, ...rest, proposed: becomes }
    : {
        id: digestOf('agent-governance/policy-change/v1', {
          ref: becomes.ref,
          from: change.from ?? null,
          to: change.to ?? null,
          quorum: digestOfQuorum(change.quorum),
          // the same change, proposed again after it was withdrawn, is another
          after: before?.revision ?? 0,
        }),
        state: 'waiting',
        proposedAt: now.toISOString(),
        ...rest,
        proposed: becomes,
      };
}

function digestOfQuorum({ levels, from, count }: ChangeQuorum): string {
  return digestOf('agent-governance/change-quorum/v1', { levels, from, count });
}

/** What decides meanwhile: what decided before, or nothing. */
function heldBack(
  before: StoredPolicy | undefined,
  proposed: PolicyNow,
): PolicyNow {
  if (proposed.state === 'vanished') {
    return proposed;
  }
  if (before?.standing) {
    const { revision, changedAt, pending, ...kept } = before;
    return { ...kept, problems: proposed.problems };
  }
  const { standing, textDigest, heldScope, ...rest } = proposed;
  return {
    ...rest,
    state: 'proposed',
    because: 'It is new, and would allow what nothing else may.',
    checkpoints: [],
  };
}

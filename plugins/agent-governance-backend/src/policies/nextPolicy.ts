import { PolicyNow, StoredPolicy } from '../store/PolicyStore';
import { FoundPolicy, Gone, PolicyReading } from './PolicyReading';

const GONE = 'It is gone; nothing of it decided.';

/**
 * What becomes of a policy when the catalog is looked at: a pure function of what is stored and what was found.
 *
 * What restricts agents stops restricting them only through a text that itself counts, or through a person who confirms
 * that it is gone. So a policy that decided and is gone, or whose name is now used by what comes from elsewhere, has
 * *vanished*; and while what stands in the catalog is broken, its last good text decides.
 *
 * @param lastGoodCounts - whether the text that decided until now still has authority
 * @returns `undefined` when there is nothing to keep
 */
export function nextPolicy(
  before: StoredPolicy | undefined,
  reading: PolicyReading,
  lastGoodCounts: boolean,
): PolicyNow | undefined {
  switch (reading.kind) {
    case 'gone':
      return before && goneOf(before, reading);
    case 'untrusted':
      return before && restricts(before)
        ? vanished(
            before,
            `What the catalog holds under its name is not trusted: ${reading.because}`,
          )
        : inert(before, reading, 'untrusted');
    case 'out-of-authority':
      return inert(before, reading, 'out-of-authority');
    case 'broken':
      return brokenOf(before, reading, lastGoodCounts);
    default:
      return {
        ...commonOf(before, reading),
        state: reading.mode === 'shadow' ? 'shadow' : 'enforcing',
        standing: 'current',
        textDigest: reading.text.digest,
      };
  }
}

/** Whether it counts for anything that it could deny or hold. */
function restricts(policy: StoredPolicy): boolean {
  return policy.standing !== undefined && policy.mode !== 'shadow';
}

function goneOf(before: StoredPolicy, reading: Gone): PolicyNow {
  if (before.state === 'gone') {
    return before;
  }
  return restricts(before)
    ? vanished(before, reading.because)
    : { ...withoutText(before), state: 'gone', because: GONE };
}

function vanished(before: StoredPolicy, because: string): PolicyNow {
  return {
    ...before,
    state: 'vanished',
    standing: before.textDigest === undefined ? 'no-good-text' : 'vanished',
    because,
    problems: [],
  };
}

function inert(
  before: StoredPolicy | undefined,
  reading: FoundPolicy,
  state: 'untrusted' | 'out-of-authority',
): PolicyNow {
  return { ...withoutText(commonOf(before, reading)), state };
}

function brokenOf(
  before: StoredPolicy | undefined,
  reading: Extract<FoundPolicy, { kind: 'broken' }>,
  lastGoodCounts: boolean,
): PolicyNow {
  const now: PolicyNow = { ...commonOf(before, reading), state: 'broken' };
  if (reading.text) {
    return { ...now, standing: 'last-good', textDigest: reading.text.digest };
  }
  if (before?.textDigest !== undefined && lastGoodCounts) {
    const { owner, level, mode, textDigest } = before;
    return {
      ...now,
      owner,
      level,
      mode,
      standing: 'last-good',
      textDigest,
      because: `${reading.because} Its last good text decides.`,
    };
  }
  if (!reading.heldScope) {
    return { ...now, because: `${reading.because} Nothing of it decides.` };
  }
  const { heldScope } = reading;
  return {
    ...now,
    owner: heldScope.owner,
    level: heldScope.level,
    standing: 'no-good-text',
    heldScope,
    because: `${reading.because} No text of it was ever good, so whatever changes something in its scope is held.`,
  };
}

function commonOf(
  before: StoredPolicy | undefined,
  reading: FoundPolicy,
): PolicyNow {
  const { ref, title, owner, level, mode, because, problems } = reading;
  const { originLocation, entityUid, source, sourceUrl } = reading;
  return {
    ref,
    state: 'broken',
    title,
    owner,
    level,
    mode,
    sourceDigest: source?.digest,
    because,
    problems,
    checkpoints: before?.checkpoints ?? [],
    originLocation,
    entityUid,
    sourceUrl,
  };
}

function withoutText(policy: PolicyNow): PolicyNow {
  const { standing, textDigest, heldScope, ...rest } = policy;
  return { ...rest, checkpoints: [] };
}

import { LedgerFinding, LedgerVerification } from '../model';
import { checkMeaning, isAboutRequest } from './checkMeaning';
import { checkPayloads } from './checkPayloads';
import { DelegationBook, isAboutDelegation } from './DelegationBook';
import { FreezeStory, isAboutFreeze } from './FreezeStory';
import { isAboutPolicy, PolicyBook } from './PolicyBook';
import { Problem } from './Problem';
import { RawLedgerEntry } from './RawLedgerEntry';
import { readEntry } from './readEntry';
import { RequestStory, newStory } from './RequestStory';
import { isAboutStop, StopBook } from './StopBook';
import { StreamChain } from './StreamChain';

const LIMITS = [
  'Entries taken off the end of a stream, a stream taken away whole, and a history written anew from its start are not found yet: that needs tree heads kept somewhere else.',
  'That a reviewer, or who said what came of something, had standing, and that facts were as recorded, is taken from the record.',
  'That a person could answer for what was done on their behalf is taken from the record; that they delegated it is checked.',
  'That a change of a policy cannot loosen, and that new policies were there before all were listed once, is taken from the record; the texts, kept by the digests it names, can be judged again.',
  'That nothing ran under a stop of a system or domain is checked for requests on that very entity: what is part of it is for the catalog to say.',
];

/**
 * Checks a ledger: every hash, the order of every stream, every payload, and whether what it tells can have happened.
 *
 * @remarks
 *
 * Trusts nothing of the writer but the published format. Wants the entries of each stream in their order; streams may
 * be interleaved. Where something was done under a delegation, the stream of that delegation must be among them. Keeps
 * a few hundred bytes for each stream, so that a ledger of any length can pass through.
 *
 * @public
 */
export async function verifyLedger(
  entries: Iterable<RawLedgerEntry> | AsyncIterable<RawLedgerEntry>,
): Promise<LedgerVerification> {
  const chains = new Map<string, StreamChain>();
  const stories = new Map<string, RequestStory>();
  const freezes = new Map<string, FreezeStory>();
  const accepted = new Set<string>();
  const brakes = new StopBook();
  const delegations = new DelegationBook();
  const policies = new PolicyBook();
  const findings: LedgerFinding[] = [];
  let count = 0;
  let erased = 0;

  for await (const entry of entries) {
    count += 1;
    const { envelope, leafHash, problems } = readEntry(entry);
    if (!envelope) {
      findings.push(...located(problems, entry.filedAs));
      continue;
    }
    const { stream } = envelope;
    const payloads = checkPayloads(entry, envelope);
    erased += payloads.erased;
    problems.push(
      ...getOrAdd(chains, stream, () => new StreamChain()).add(
        envelope,
        leafHash,
      ),
      ...payloads.problems,
    );
    const { intact } = payloads;
    if (isAboutRequest(envelope.type)) {
      const story = getOrAdd(stories, stream, newStory);
      problems.push(
        ...checkMeaning({ envelope, payloads: intact, story, accepted }),
      );
      brakes.watch(envelope, story);
      delegations.watch(envelope, story);
    } else if (isAboutFreeze(envelope.type)) {
      const story = getOrAdd(freezes, stream, () => new FreezeStory());
      problems.push(...story.add(envelope, intact));
    } else if (isAboutStop(envelope.type)) {
      problems.push(...brakes.add(envelope, intact));
    } else if (isAboutDelegation(envelope.type)) {
      problems.push(...delegations.add(envelope, intact));
    } else if (isAboutPolicy(envelope.type)) {
      problems.push(...policies.add(envelope, intact));
    }
    findings.push(...located(problems, envelope));
  }

  findings.push(
    ...[
      ...brakes.conclude(),
      ...delegations.conclude(),
      ...policies.conclude(),
    ].flatMap(({ place, problems }) => located(problems, place)),
  );

  return {
    ok: findings.length === 0,
    entries: count,
    streams: chains.size,
    findings,
    limits: erased === 0 ? [...LIMITS] : [...LIMITS, erasedLimit(erased)],
  };
}

function erasedLimit(erased: number): string {
  return `${erased} payloads are erased: what they held cannot be checked, reviewers whose names are gone cannot be told apart, nor from those whose own request it is.`;
}

function located(
  problems: Problem[],
  place: { id: string; stream: string } | undefined,
): LedgerFinding[] {
  return problems.map(found => ({
    ...(place && { entryId: place.id, stream: place.stream }),
    ...found,
  }));
}

function getOrAdd<T>(map: Map<string, T>, key: string, create: () => T): T {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const added = create();
  map.set(key, added);
  return added;
}

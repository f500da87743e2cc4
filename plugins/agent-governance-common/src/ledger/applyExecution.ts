import { ClaimedBody, SettledBody } from './bodySchemas';
import { checkQuorum } from './checkQuorum';
import { isLegalMove } from './legalMoves';
import { Problem, problem } from './Problem';
import { CountingEntry } from './readStanding';
import { RequestStory } from './RequestStory';

/** What lies beside an entry. */
type Beside = Pick<CountingEntry, 'committed' | 'payloads'>;

/** An attempt begins: never without a decision that lets it (invariant 1). */
export function applyClaim(
  story: RequestStory,
  body: ClaimedBody,
  beside: Beside,
): Problem[] {
  const problems = [
    ...checkAuthority(story, body, beside),
    ...checkAttempt(story, body),
  ];
  story.state = 'executing';
  story.attempt = body.attempt;
  story.leaseEpoch = body.leaseEpoch;
  story.idempotencyKey ??= body.idempotencyKey;
  return problems;
}

function checkAuthority(
  story: RequestStory,
  body: ClaimedBody,
  beside: Beside,
): Problem[] {
  const problems: Problem[] = [];
  if (!story.lawfullyAuthorised) {
    problems.push(
      problem(
        'effect-without-decision',
        'It is executed, but no allow and no approved hold comes before',
      ),
    );
  }
  if (story.actionDigest !== body.actionDigest) {
    problems.push(
      problem(
        'effect-without-decision',
        'What is executed is not the action that was decided about',
      ),
    );
  }
  if (body.verdict === 'deny') {
    problems.push(
      problem('effect-without-decision', 'It is executed on a deny'),
    );
  }
  if (body.verdict === 'hold') {
    const checkpoints = body.checkpoints ?? story.checkpoints;
    problems.push(...checkQuorum(story, { ...body, ...beside, checkpoints }));
  }
  return problems;
}

function checkAttempt(story: RequestStory, body: ClaimedBody): Problem[] {
  const problems: Problem[] = [];
  if (
    body.from !== story.state ||
    !isLegalMove('claimed', body.from, 'executing')
  ) {
    problems.push(
      problem(
        'illegal-transition',
        `An attempt begins from ${body.from}, but the request is ${story.state}`,
      ),
    );
  }
  if (
    body.attempt !== story.attempt + 1 ||
    body.leaseEpoch <= story.leaseEpoch
  ) {
    problems.push(
      problem(
        'illegal-transition',
        `Attempt ${body.attempt} under epoch ${body.leaseEpoch} follows on attempt ${story.attempt} under ${story.leaseEpoch}`,
      ),
    );
  }
  if (story.idempotencyKey && story.idempotencyKey !== body.idempotencyKey) {
    problems.push(
      problem(
        'effect-twice',
        `Attempt ${body.attempt} has another idempotency key than the attempts before`,
      ),
    );
  }
  return problems;
}

/** An attempt ends. `accepted` holds the keys under which an effect was accepted, in the whole ledger. */
export function applySettlement(
  story: RequestStory,
  body: SettledBody,
  accepted: Set<string>,
): Problem[] {
  const problems: Problem[] = [];
  if (story.state !== 'executing') {
    problems.push(
      problem(
        'illegal-transition',
        `An attempt ends ${body.outcome}, but the request is ${story.state}`,
      ),
    );
  }
  // Whoever takes over the record of a lost worker settles the same attempt under a later epoch.
  if (
    body.attempt !== story.attempt ||
    body.leaseEpoch < story.leaseEpoch ||
    body.idempotencyKey !== story.idempotencyKey
  ) {
    problems.push(
      problem(
        'illegal-transition',
        'What ends is not the attempt that was begun last',
      ),
    );
  }
  if (body.outcome === 'succeeded') {
    problems.push(...acceptEffect(body.idempotencyKey, accepted));
  }
  story.state = body.outcome;
  return problems;
}

/** An effect happened: under one key it does so once (invariant 7). */
export function acceptEffect(key: string, accepted: Set<string>): Problem[] {
  const problems = accepted.has(key)
    ? [
        problem(
          'effect-twice',
          `The effect under idempotency key ${key} was accepted before`,
        ),
      ]
    : [];
  accepted.add(key);
  return problems;
}

import { acceptEffect } from './applyExecution';
import {
  ReconciledBody,
  ReportedBody,
  reconciliationPayloadSchema,
} from './bodySchemas';
import { isLegalMove } from './legalMoves';
import { Problem, problem } from './Problem';
import { readPayload } from './readPayload';
import { CountingEntry } from './readStanding';
import { RequestStory } from './RequestStory';

/** What lies beside an entry, and what happened in the whole ledger. */
type Beside = Pick<CountingEntry, 'committed' | 'payloads'> & {
  /** Idempotency keys under which an effect was accepted. */
  accepted: Set<string>;
};

/** An agent says what it saw: a claim, which leaves everything where it is. */
export function applyReport(
  story: RequestStory,
  body: ReportedBody,
): Problem[] {
  const problems: Problem[] = [];
  if (story.state !== 'unknown') {
    problems.push(
      problem(
        'illegal-transition',
        `Its agent reports what came of it, but it is ${story.state}: only of an unknown outcome is there something to report`,
      ),
    );
  }
  if (body.number !== story.reports + 1) {
    problems.push(
      problem(
        'illegal-transition',
        `Report ${body.number} follows on report ${story.reports}`,
      ),
    );
  }
  story.reports = body.number;
  return problems;
}

/** A person found out what came of it: once, of an unknown outcome, with standing (invariant 6). */
export function applyReconciliation(
  story: RequestStory,
  body: ReconciledBody,
  beside: Beside,
): Problem[] {
  const problems = [
    ...checkMove(story, body),
    ...checkPerson(story, beside),
    ...(body.outcome === 'succeeded'
      ? acceptEffect(body.idempotencyKey, beside.accepted)
      : []),
  ];
  story.state = 'reconciled';
  return problems;
}

function checkMove(story: RequestStory, body: ReconciledBody): Problem[] {
  const problems: Problem[] = [];
  if (
    body.from !== story.state ||
    !isLegalMove('reconciled', body.from, body.to)
  ) {
    problems.push(
      problem(
        'illegal-transition',
        `It is reconciled from ${body.from} to ${body.to}, but it is ${story.state}`,
      ),
    );
  }
  if (body.idempotencyKey !== story.idempotencyKey) {
    problems.push(
      problem(
        'illegal-transition',
        'What is reconciled is not the execution that was begun',
      ),
    );
  }
  return problems;
}

/** That the name is committed to is checked even when it is erased. */
function checkPerson(
  story: RequestStory,
  { committed, payloads }: Beside,
): Problem[] {
  if (!committed.includes('reconciliation')) {
    return [withoutStanding('It is reconciled, and nobody is named who did')];
  }
  const payload = payloads.get('reconciliation');
  if (payload === undefined) {
    return [];
  }
  const person = readPayload(
    payload,
    reconciliationPayloadSchema,
  )?.reconciledBy;
  if (person === undefined) {
    return [
      withoutStanding(
        'It is reconciled, and by whom and through what cannot be read',
      ),
    ];
  }
  return story.notCountedPeople.has(person)
    ? [
        withoutStanding(
          `It is reconciled by ${person}, on whose behalf it was asked for, or who started its run`,
        ),
      ]
    : [];
}

function withoutStanding(message: string): Problem {
  return problem('reconciled-without-standing', message);
}

import { ActionRequestState, Verdict } from '../model';
import { DecidedBody } from './bodySchemas';
import { checkQuorum } from './checkQuorum';
import { isLegalMove } from './legalMoves';
import { Problem, problem } from './Problem';
import { CountingEntry } from './readStanding';
import { RequestStory } from './RequestStory';

/** What lies beside an entry. */
type Beside = Pick<CountingEntry, 'committed' | 'payloads'>;

const STATE_OF: Record<Verdict, ActionRequestState> = {
  allow: 'authorised',
  hold: 'held',
  deny: 'denied',
};

/** A decision, the first one or a later one. */
export function applyDecision(
  story: RequestStory,
  body: DecidedBody,
  options: { isFirst: boolean; beside: Beside },
): Problem[] {
  const { isFirst, beside } = options;
  const problems = [
    ...checkMove(story, body, isFirst),
    ...checkVerdict(story, body, beside),
  ];
  story.lawfullyAuthorised =
    body.to === 'authorised' &&
    (body.verdict === 'allow' ||
      (body.verdict === 'hold' && problems.length === 0));
  story.actionDigest ??= body.actionDigest;
  story.subject ??= {
    agentRef: body.agentRef,
    actionId: body.actionId,
    targetRef: body.targetRef,
    environment: body.environment,
  };
  if (isFirst) {
    story.delegationId = body.delegationId;
  }
  story.checkpoints = body.checkpoints;
  story.state = body.to;
  if (body.to === 'held') {
    story.holdDecisionId = body.decisionId;
  }
  return problems;
}

function checkMove(
  story: RequestStory,
  body: DecidedBody,
  isFirst: boolean,
): Problem[] {
  const problems: Problem[] = [];
  if (isFirst !== (story.actionDigest === undefined)) {
    problems.push(
      problem(
        'illegal-transition',
        isFirst
          ? 'The request is decided for the first time, for the second time'
          : 'The request is decided again, and never was before',
      ),
    );
  }
  if (
    body.from !== story.state ||
    !isLegalMove('decided', body.from, body.to)
  ) {
    problems.push(
      problem(
        'illegal-transition',
        `A decision takes it from ${body.from} to ${body.to}, but it is ${story.state}`,
      ),
    );
  }
  if (!isFirst && story.delegationId !== body.delegationId) {
    problems.push(
      problem(
        'effect-without-decision',
        'It is decided under another delegation than the one it was asked under',
      ),
    );
  }
  if (story.actionDigest && story.actionDigest !== body.actionDigest) {
    problems.push(
      problem(
        'effect-without-decision',
        'It is decided about another action than the one that was asked for',
      ),
    );
  }
  return problems;
}

function checkVerdict(
  story: RequestStory,
  body: DecidedBody,
  beside: Beside,
): Problem[] {
  if (body.to === STATE_OF[body.verdict]) {
    return [];
  }
  if (body.verdict === 'hold' && body.to === 'authorised') {
    return checkQuorum(story, { ...body, ...beside });
  }
  return [
    problem(
      'illegal-transition',
      `The verdict is ${body.verdict}, but the request becomes ${body.to}`,
    ),
  ];
}

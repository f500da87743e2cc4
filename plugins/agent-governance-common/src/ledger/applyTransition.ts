import { TransitionedBody } from './bodySchemas';
import { isLegalMove } from './legalMoves';
import { Problem, problem } from './Problem';
import { RequestStory } from './RequestStory';

/** A move that needs no decision: withdrawn, expired, lapsed, voided and the like. */
export function applyTransition(
  story: RequestStory,
  body: TransitionedBody,
): Problem[] {
  const isLegal =
    body.from === story.state &&
    isLegalMove('transitioned', body.from, body.to);
  const problems = isLegal
    ? []
    : [
        problem(
          'illegal-transition',
          `It moves from ${body.from} to ${body.to} without a decision, but it is ${story.state}`,
        ),
      ];
  story.state = body.to;
  return problems;
}

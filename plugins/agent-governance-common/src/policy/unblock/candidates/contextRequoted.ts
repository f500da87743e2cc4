import { Facts, known, QuotedContextValue } from '../../../model';
import { readFact, withFact } from '../../facts';
import { changing, UnblockCandidate } from '../UnblockCandidate';
import { refOf } from './refOf';

/** The agent looks again and asks anew. */
export function contextRequoted(facts: Facts): UnblockCandidate[] {
  const { value: quoted, read } = readFact(facts, 'context.quoted');
  if (quoted === undefined || quoted.result === 'matches') {
    return [];
  }
  return [
    {
      steps: [
        {
          kind: 'context-requoted',
          message:
            "Fetch the target's context again, act on it as it is now, and ask anew quoting it.",
          who: refOf(facts, 'agent.ref'),
        },
      ],
      apply: changing(before =>
        withFact(
          before,
          'context.quoted',
          known<QuotedContextValue>({ result: 'matches' }, read.source),
        ),
      ),
    },
  ];
}

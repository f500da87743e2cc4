import { Facts } from '../../model';
import { readFact } from '../facts';
import { notKnown } from '../wording';
import { RuleOutcome } from './PolicyRule';

type BooleanPath =
  | 'topology.operates'
  | 'action.reversible'
  | 'action.quotesContext'
  | 'history.novel';

/** The outcome of a rule that asks for one boolean fact. */
export function booleanFact(
  facts: Facts,
  path: BooleanPath,
  words: { yes: string; no: string; whether: string },
): RuleOutcome {
  const { value, read } = readFact(facts, path);
  if (value === undefined) {
    return {
      result: 'unknown',
      because: notKnown(words.whether, read),
      reads: [read],
    };
  }
  return {
    result: value,
    because: value ? words.yes : words.no,
    reads: [read],
  };
}

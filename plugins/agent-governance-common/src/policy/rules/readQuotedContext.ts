import { FactRead, Facts, QuotedContextValue } from '../../model';
import { readFact } from '../facts';
import { notKnown, plainText, quoteText } from '../wording';

/** How the quoted context compares, in words; shared by the rules that ask about it. */
export function readQuotedContext(facts: Facts): {
  outcome?: QuotedContextValue['result'];
  because: string;
  reads: FactRead[];
} {
  const { value, read } = readFact(facts, 'context.quoted');
  if (value === undefined) {
    return {
      because: notKnown('whether the quoted context still holds', read),
      reads: [read],
    };
  }
  return { outcome: value.result, because: describe(value), reads: [read] };
}

function describe({ result, differences = [] }: QuotedContextValue): string {
  switch (result) {
    case 'matches':
      return 'the context the agent quoted still holds';
    case 'mismatch':
      return differences.length > 0
        ? differences.map(describeDifference).join(', and ')
        : 'the context the agent quoted no longer holds';
    case 'expired':
      return 'the context the agent quoted has expired';
    default:
      return 'the agent quoted no context';
  }
}

function describeDifference(
  difference: NonNullable<QuotedContextValue['differences']>[number],
): string {
  const { factType, quoted, current, source } = difference;
  return `the agent acted on ${plainText(String(factType))} being ${quoteText(
    quoted,
  )}, and it is now ${quoteText(current)} (source ${plainText(
    String(source),
  )})`;
}

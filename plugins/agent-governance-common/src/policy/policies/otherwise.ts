import { PolicyEntry } from './PolicyEntry';
import { PolicyIndex } from './PolicyIndex';

/**
 * The same policies, as if one rule were not written. Keeps the name of what it was made from, because it is only
 * ever used to find out what that rule does.
 */
export function withoutRule(
  index: PolicyIndex,
  policy: string,
  rule: string,
): PolicyIndex {
  return seenThrough(index, entries =>
    entries.map(entry =>
      entry.header.id === policy
        ? { ...entry, rules: entry.rules.filter(({ name }) => name !== rule) }
        : entry,
    ),
  );
}

/** The same policies, as if one more were written. Keeps the name of what it was made from, see {@link withoutRule}. */
export function withPolicy(
  index: PolicyIndex,
  added: Omit<PolicyEntry, 'rank'>,
): PolicyIndex {
  return seenThrough(index, entries => [...entries, { ...added, rank: -1 }]);
}

function seenThrough(
  index: PolicyIndex,
  change: (entries: readonly PolicyEntry[]) => readonly PolicyEntry[],
): PolicyIndex {
  return {
    ...index,
    candidates: facts => change(index.candidates(facts)),
  };
}

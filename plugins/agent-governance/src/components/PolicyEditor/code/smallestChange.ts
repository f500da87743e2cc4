import { TextChange } from '../types';

/** The one change that makes a text another, no larger than it must be: the cursor stays where nothing changes. */
export function smallestChange(
  before: string,
  after: string,
): TextChange | undefined {
  if (before === after) {
    return undefined;
  }
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) {
    from += 1;
  }
  let same = 0;
  while (
    same < shorter - from &&
    before[before.length - 1 - same] === after[after.length - 1 - same]
  ) {
    same += 1;
  }
  return {
    from,
    to: before.length - same,
    insert: after.slice(from, after.length - same),
  };
}

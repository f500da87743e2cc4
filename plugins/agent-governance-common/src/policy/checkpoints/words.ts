const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

/** One of several, or all of them, in words: `a, b or c`. */
export function listed(texts: string[], joint: 'and' | 'or'): string {
  return texts.length < 2
    ? texts.join('')
    : `${texts.slice(0, -1).join(', ')} ${joint} ${texts[texts.length - 1]}`;
}

/** Who a term looks to, in words. */
export function whoIs(from: string): string {
  return from === 'target-owner' ? 'the target’s owner' : from;
}

/** So many people of one or several kinds of reviewers, in words: `two of group:default/sre`. */
export function soManyOf(count: number, whom: string[]): string {
  const who = listed(whom.map(whoIs), 'or');
  return count === 1 && whom.length === 1 && whom[0].startsWith('user:')
    ? who
    : `${numberWord(count)} of ${who}`;
}

/** So many reviews by people of these, in words: `two reviews by group:default/sre`. */
export function soManyReviewsBy(count: number, whom: string[]): string {
  return `${numberWord(count)} ${
    count === 1 ? 'review' : 'reviews'
  } by ${listed(whom.map(whoIs), 'or')}`;
}

function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}

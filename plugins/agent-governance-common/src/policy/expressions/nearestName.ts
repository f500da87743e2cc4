/**
 * The name that was probably meant, if any comes near: few letters differ, or it ends alike
 * (`freeze.active` for `conditions.freeze.active`). Of two as near, the one that begins alike.
 */
export function nearestName(
  written: string,
  names: Iterable<string>,
): string | undefined {
  const allowed = Math.max(1, Math.floor(written.length / 3));
  let best: string | undefined;
  let least = allowed + 1;
  for (const name of names) {
    const distance = name.endsWith(`.${written}`)
      ? 0.5
      : editDistance(written.toLowerCase(), name.toLowerCase(), allowed + 1) +
        (name[0] === written[0] ? 0 : 0.25);
    if (distance < least) {
      [best, least] = [name, distance];
    }
  }
  return best;
}

/** Levenshtein's distance, given up once it reaches the bound. */
function editDistance(left: string, right: string, bound: number): number {
  if (Math.abs(left.length - right.length) >= bound) {
    return bound;
  }
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + change);
    }
    row = next;
  }
  return row[right.length];
}

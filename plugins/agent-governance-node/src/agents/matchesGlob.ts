/**
 * Whether a value matches a pattern in which `*` stands for any characters, none and slashes included.
 *
 * @remarks
 *
 * The whole value must match, letter case counts, and every character but `*` stands for itself. It runs in
 * time proportional to pattern times value, whatever either contains.
 *
 * @public
 */
export function matchesGlob(pattern: string, value: string): boolean {
  const [head, ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) {
    return value === pattern;
  }
  if (
    value.length < head.length + tail.length ||
    !value.startsWith(head) ||
    !value.endsWith(tail)
  ) {
    return false;
  }
  let position = head.length;
  for (const part of rest) {
    const found = value.indexOf(part, position);
    if (found === -1) {
      return false;
    }
    position = found + part.length;
  }
  return position <= value.length - tail.length;
}

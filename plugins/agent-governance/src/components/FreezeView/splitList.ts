/** What a person typed between commas and blanks. */
export function splitList(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

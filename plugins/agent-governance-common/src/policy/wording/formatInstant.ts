/** An instant without the seconds nobody set: `2026-11-22T18:00:00.000Z` reads `2026-11-22T18:00Z`. */
export function formatInstant(instant: string): string {
  return instant.replace(/:00(\.0+)?Z$/, 'Z');
}

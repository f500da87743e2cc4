/**
 * Whether the segments of a path are those of a route, where `*` stands for any one segment.
 *
 * Letter case counts. Express does not care about it, so this can only be narrower.
 */
export function matchesRoute(
  route: string,
  segments: readonly string[],
): boolean {
  const expected = route.split('/').filter(Boolean);
  return (
    expected.length === segments.length &&
    expected.every((part, index) => part === '*' || part === segments[index])
  );
}

import { ServiceUnavailableError } from '@backstage/errors';

/** How many levels of groups inside groups are followed. */
const MAX_DEPTH = 10;
/** How many people, or groups, one answer may need. */
const MAX_REFS = 2_000;

/**
 * Stops a walk through groups that are too deep or too many to follow.
 *
 * @throws ServiceUnavailableError, because a cut-off answer would look like "no standing"
 */
export function assertFollowable(
  ref: string,
  seen: { depth: number; people?: number; groups: number },
): void {
  if (seen.depth > MAX_DEPTH) {
    throw new ServiceUnavailableError(
      `Groups around ${ref} are nested deeper than ${MAX_DEPTH}: standing cannot be established`,
    );
  }
  if ((seen.people ?? 0) > MAX_REFS || seen.groups > MAX_REFS) {
    throw new ServiceUnavailableError(
      `More than ${MAX_REFS} people or groups belong to ${ref}: standing cannot be established`,
    );
  }
}

import { InputError } from '@backstage/errors';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/**
 * How many items a page holds.
 *
 * @throws InputError naming the field
 */
export function parseLimit(limit: number | undefined): number {
  const value = limit ?? DEFAULT_LIMIT;
  if (!Number.isInteger(value) || value < 1 || value > MAX_LIMIT) {
    throw new InputError(
      `limit: must be a whole number from 1 to ${MAX_LIMIT}`,
    );
  }
  return value;
}

import {
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { decodeCursor, encodeCursor } from '../../store/cursor';

const DEFAULT_LIMIT = 20;
const BATCH = 100;
/** Then a page goes out short, with a cursor: nobody waits for what they may not see. */
const MAX_BATCHES = 20;

/**
 * Fills a page with what may be seen, reading on past what may not (invariant 14): how much there is beyond shows
 * neither in the length of a page nor in a total.
 *
 * Only a page without a cursor is the last one.
 */
export async function fillPage<
  T extends { id: string },
  Query extends PageOptions & { order?: 'newest' | 'oldest' },
>(options: {
  query: Query;
  read: (query: Query) => Promise<Page<T>>;
  /** The items as the caller sees them, in the same order; `undefined` where they see nothing. */
  show: (items: T[]) => Promise<Array<T | undefined>>;
}): Promise<Page<T>> {
  const { query, read, show } = options;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const order =
    (query.cursor === undefined
      ? query.order
      : decodeCursor(query.cursor).order) ?? 'newest';
  const items: T[] = [];
  let cursor = query.cursor;
  let batches = 0;
  do {
    const page = await read({ ...query, cursor, limit: BATCH });
    const shown = await show(page.items);
    for (const [index, item] of shown.entries()) {
      if (item) {
        items.push(item);
      }
      if (items.length === limit) {
        const isLast = index === shown.length - 1 && !page.nextCursor;
        const { id } = page.items[index];
        return isLast
          ? { items }
          : { items, nextCursor: encodeCursor({ after: id, order }) };
      }
    }
    cursor = page.nextCursor;
    batches += 1;
  } while (cursor !== undefined && batches < MAX_BATCHES);
  return cursor === undefined ? { items } : { items, nextCursor: cursor };
}

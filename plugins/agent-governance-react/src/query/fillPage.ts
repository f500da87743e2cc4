import { Page } from '@agentgov/backstage-plugin-agent-governance-common';

const MAX_ROUNDS = 8;

/**
 * Loads pages until one is full. The portal leaves out what the person may not see,
 * so a page may come back short, even empty, with more behind it.
 */
export async function fillPage<T>(options: {
  limit: number;
  cursor?: string;
  load(page: { limit: number; cursor?: string }): Promise<Page<T>>;
}): Promise<Page<T>> {
  const { limit, load } = options;
  const items: T[] = [];
  let cursor = options.cursor;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const page = await load({
      limit: limit - items.length,
      ...(cursor && { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor || items.length >= limit) {
      break;
    }
  }
  return cursor ? { items, nextCursor: cursor } : { items };
}

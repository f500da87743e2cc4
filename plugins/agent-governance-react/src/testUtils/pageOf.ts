import {
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';

const DEFAULT_LIMIT = 20;

/** One page of everything there is. */
export function pageOf<T>(all: T[], options: PageOptions): Page<T> {
  const start = Number(options.cursor ?? 0);
  const end = start + (options.limit ?? DEFAULT_LIMIT);
  const items = all.slice(start, end);
  return end < all.length ? { items, nextCursor: String(end) } : { items };
}

import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { UpstreamServer } from './upstream/UpstreamServer';

/** One server has no use for more on a list. */
const MAX_ITEMS = 1_000;
const MAX_PAGES = 50;

const METHODS = {
  resources: 'resources/list',
  resourceTemplates: 'resources/templates/list',
  prompts: 'prompts/list',
} as const;

/** Everything a server lists of one kind, page by page; a list that never ends is cut off. */
export async function listHoldings(
  upstream: Pick<UpstreamServer, 'request'>,
  holding: keyof typeof METHODS,
): Promise<JsonObject[]> {
  const items: JsonObject[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES && items.length < MAX_ITEMS; page++) {
    const answer = await upstream.request({
      method: METHODS[holding],
      params: cursor === undefined ? {} : { cursor },
    });
    items.push(...((answer[holding] ?? []) as JsonObject[]));
    if (typeof answer.nextCursor !== 'string') {
      break;
    }
    cursor = answer.nextCursor;
  }
  return items.slice(0, MAX_ITEMS);
}

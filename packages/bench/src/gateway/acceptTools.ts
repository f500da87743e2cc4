import { setTimeout as sleep } from 'node:timers/promises';
import { McpTool } from '@agentgov/backstage-plugin-agent-governance-common';
import { HttpClient } from '../load/HttpClient';
import { runLoad } from '../load/runLoad';

const PAGE = 100;
const LISTED_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 500;
const CONCURRENCY = 4;

/**
 * Waits until all tools of a server are known, and accepts each, as whoever owns the server does.
 *
 * @throws Error when they are not all listed within a minute, or one cannot be accepted
 */
export async function acceptTools(
  client: HttpClient,
  options: { server: string; count: number; token: string },
): Promise<void> {
  const { server, count, token } = options;
  const path = `/api/agent-governance/v1/mcp-servers/${server}/tools`;
  const deadline = Date.now() + LISTED_WITHIN_MS;
  let tools = await listTools(client, path, token);
  while (tools.length < count) {
    if (Date.now() > deadline) {
      throw new Error(`${server} has ${tools.length} tools, and not ${count}`);
    }
    await sleep(LOOK_EVERY_MS);
    tools = await listTools(client, path, token);
  }
  const { errors } = await runLoad({
    concurrency: CONCURRENCY,
    count: tools.length,
    call: index =>
      client.call({
        method: 'POST',
        path: `${path}/${tools[index].name}/accept`,
        token,
        body: { digest: tools[index].digest },
      }),
  });
  if (errors.length > 0) {
    throw new Error(`${errors.length} tools not accepted: ${errors[0]}`);
  }
}

async function listTools(
  client: HttpClient,
  path: string,
  token: string,
): Promise<McpTool[]> {
  const tools: McpTool[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({
      limit: String(PAGE),
      ...(cursor && { cursor }),
    });
    const page = await client.call<{ items: McpTool[]; nextCursor?: string }>({
      method: 'GET',
      path: `${path}?${query}`,
      token,
    });
    tools.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return tools;
}

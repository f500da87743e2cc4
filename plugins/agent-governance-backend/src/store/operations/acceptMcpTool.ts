import { Knex } from 'knex';
import { appendEntry } from '../../ledger/appendEntry';
import { fromMcpToolRow, McpToolRow, toolStream } from '../mcpToolRow';
import { StoredMcpTool } from '../McpToolStore';
import { toolsChanged } from './toolsChanged';

/**
 * Lets agents ask for a tool exactly as it was seen. Nothing happens when it says something else by now, is gone, or is
 * accepted already.
 */
export async function acceptMcpTool(
  tx: Knex.Transaction,
  options: {
    server: string;
    name: string;
    digest: string;
    acceptedBy: string;
    standing: string;
    comment?: string;
    now: Date;
  },
): Promise<StoredMcpTool | undefined> {
  const { server, name, digest, acceptedBy, standing, comment, now } = options;
  const before: McpToolRow | undefined = await tx('mcp_tool')
    .where({ server_id: server, name, seen_digest: digest, listed: true })
    .first();
  if (!before || before.accepted_digest === digest) {
    return undefined;
  }
  const revision = Number(before.revision) + 1;
  const change = {
    accepted_digest: digest,
    accepted_definition: before.seen_definition,
    accepted_by: acceptedBy,
    accepted_at: now.toISOString(),
    revision,
  };
  const changed = await tx('mcp_tool')
    .where({ server_id: server, name, revision: before.revision })
    .update(change);
  if (changed !== 1) {
    return undefined;
  }
  await appendEntry(tx, {
    stream: toolStream(server, name),
    type: 'tool.accepted',
    body: {
      server,
      tool: name,
      revision,
      before: before.accepted_digest,
      after: digest,
    },
    payloads: [
      {
        name: 'people',
        content: { acceptedBy, standing },
        classification: 'person',
      },
      ...(comment === undefined
        ? []
        : [
            {
              name: 'comment',
              content: comment,
              classification: 'free-text' as const,
            },
          ]),
    ],
    time: now,
  });
  await toolsChanged(tx);
  return fromMcpToolRow({ ...before, ...change });
}

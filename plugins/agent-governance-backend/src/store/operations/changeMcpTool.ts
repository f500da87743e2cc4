import { Knex } from 'knex';
import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import { appendEntry } from '../../ledger/appendEntry';
import { PinnedDefinition, StoredMcpTool, stateOfTool } from '../McpToolStore';
import { toolStream } from '../mcpToolRow';
import { toolsChanged } from './toolsChanged';

/**
 * Records what a tool says of itself now, or that it is gone. It goes on record where it matters to whether the tool may
 * be called: a server that says something else at every listing of a tool nobody accepted must not fill the ledger.
 *
 * @returns `undefined`, and nothing is written, when somebody else was first
 */
export async function changeMcpTool(
  tx: Knex.Transaction,
  change: {
    before: StoredMcpTool;
    /** Absent when it is gone. */
    seen?: PinnedDefinition;
    now: Date;
  },
): Promise<true | undefined> {
  const { before, now } = change;
  const seen = change.seen ?? before.seen;
  const after = { ...before, listed: change.seen !== undefined, seen };
  const revision = before.revision + 1;
  const changed = await tx('mcp_tool')
    .where({
      server_id: before.server,
      name: before.name,
      revision: before.revision,
    })
    .update({
      listed: after.listed,
      seen_digest: seen.digest,
      seen_definition: canonicalJson(seen.definition),
      changed_at: now.toISOString(),
      revision,
    });
  if (changed !== 1) {
    return undefined;
  }
  const [was, is] = [stateOfTool(before), stateOfTool(after)];
  if (before.accepted && was !== is) {
    await appendEntry(tx, {
      stream: toolStream(before.server, before.name),
      type: 'tool.changed',
      body: {
        server: before.server,
        tool: before.name,
        revision,
        state: { before: was, after: is },
        before: before.seen.digest,
        after: after.listed ? seen.digest : null,
        accepted: before.accepted?.digest ?? null,
      },
      time: now,
    });
    await toolsChanged(tx);
  }
  return true;
}

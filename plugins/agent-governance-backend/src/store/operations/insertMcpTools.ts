import { Knex } from 'knex';
import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import { chainEntries } from '../../ledger/appendEntry';
import { PinnedDefinition } from '../McpToolStore';
import { McpToolRow, toolStream } from '../mcpToolRow';

/** Records tools that were never seen before, and that they were; those that another replica saw first are left. */
export async function insertMcpTools(
  tx: Knex.Transaction,
  options: { server: string; tools: PinnedDefinition[]; now: Date },
): Promise<void> {
  const { server, tools, now } = options;
  const at = now.toISOString();
  const rows: McpToolRow[] = tools.map(({ digest, definition }) => ({
    server_id: server,
    name: definition.name,
    listed: true,
    seen_digest: digest,
    seen_definition: canonicalJson(definition),
    accepted_digest: null,
    accepted_definition: null,
    accepted_by: null,
    accepted_at: null,
    first_seen_at: at,
    changed_at: at,
    revision: 1,
  }));
  const written: Array<{ name: string }> = await tx('mcp_tool')
    .insert(rows)
    .onConflict(['server_id', 'name'])
    .ignore()
    .returning('name');
  const mine = new Set(written.map(({ name }) => name));
  const entries = rows
    .filter(({ name }) => mine.has(name))
    .map(row => ({
      stream: toolStream(server, row.name),
      type: 'tool.seen' as const,
      body: { server, tool: row.name, revision: 1, digest: row.seen_digest },
      time: now,
    }));
  for (const insert of entries.length > 0
    ? chainEntries(tx, entries).inserts
    : []) {
    await insert;
  }
}

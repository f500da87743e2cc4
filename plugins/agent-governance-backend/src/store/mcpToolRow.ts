import { StoredMcpTool } from './McpToolStore';

/** Table `mcp_tool`. */
export interface McpToolRow {
  server_id: string;
  name: string;
  /** 0 or 1 on SQLite. */
  listed: boolean | number;
  seen_digest: string;
  seen_definition: string;
  accepted_digest: string | null;
  accepted_definition: string | null;
  accepted_by: string | null;
  accepted_at: string | null;
  first_seen_at: string;
  changed_at: string;
  /** Text on PostgreSQL. */
  revision: number | string;
}

export function fromMcpToolRow(row: McpToolRow): StoredMcpTool {
  return {
    server: row.server_id,
    name: row.name,
    listed: !!row.listed,
    seen: {
      digest: row.seen_digest,
      definition: JSON.parse(row.seen_definition),
    },
    ...(row.accepted_digest &&
      row.accepted_definition &&
      row.accepted_by &&
      row.accepted_at && {
        accepted: {
          digest: row.accepted_digest,
          definition: JSON.parse(row.accepted_definition),
          by: row.accepted_by,
          at: row.accepted_at,
        },
      }),
    firstSeenAt: row.first_seen_at,
    changedAt: row.changed_at,
    revision: Number(row.revision),
  };
}

/** The stream of the ledger that tells of a tool. */
export function toolStream(server: string, name: string): string {
  return `tool:mcp-${server}:${name}`;
}

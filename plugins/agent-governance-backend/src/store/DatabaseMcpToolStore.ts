import { Knex } from 'knex';
import { fromMcpToolRow, McpToolRow } from './mcpToolRow';
import { McpToolStore, PinnedDefinition, StoredMcpTool } from './McpToolStore';
import { acceptMcpTool } from './operations/acceptMcpTool';
import { changeMcpTool } from './operations/changeMcpTool';
import { insertMcpTools } from './operations/insertMcpTools';
import { transact } from './transact';

/** Rows of twelve columns, below the number of bindings that every database takes in one statement. */
const BATCH = 50;
/** How many tools one server may ever have shown: a name costs it nothing. */
const MAX_TOOLS = 5_000;

/** Tools of MCP servers in the plugin's database. */
export class DatabaseMcpToolStore implements McpToolStore {
  readonly #knex: Knex;
  readonly #maxTools: number;

  static create(options: { knex: Knex; maxTools?: number }) {
    return new DatabaseMcpToolStore(options);
  }

  private constructor(options: { knex: Knex; maxTools?: number }) {
    this.#knex = options.knex;
    this.#maxTools = options.maxTools ?? MAX_TOOLS;
  }

  async revision(): Promise<number> {
    const row = await this.#knex('mcp_tool_set')
      .where({ id: 1 })
      .first('revision');
    return Number(row.revision);
  }

  async of(server: string): Promise<StoredMcpTool[]> {
    const rows = await this.#knex<McpToolRow>('mcp_tool')
      .where({ server_id: server })
      .orderBy('name');
    return rows.map(fromMcpToolRow);
  }

  async get(server: string, name: string): Promise<StoredMcpTool | undefined> {
    const row = await this.#knex<McpToolRow>('mcp_tool')
      .where({ server_id: server, name })
      .first();
    return row && fromMcpToolRow(row);
  }

  async accepted(
    server: string,
  ): Promise<Array<{ name: string; digest: string }>> {
    return this.#knex('mcp_tool')
      .where({ server_id: server, listed: true })
      .whereRaw('accepted_digest = seen_digest')
      .orderBy('name')
      .select({ name: 'name', digest: 'seen_digest' });
  }

  async see(
    server: string,
    tools: PinnedDefinition[],
    now: Date,
  ): Promise<{ left: number }> {
    const known = await this.of(server);
    const names = new Set(known.map(({ name }) => name));
    const added = tools.filter(({ definition }) => !names.has(definition.name));
    const room = Math.max(0, this.#maxTools - known.length);
    for (let at = 0; at < Math.min(room, added.length); at += BATCH) {
      const batch = added.slice(at, Math.min(at + BATCH, room));
      await this.#knex.transaction(tx =>
        insertMcpTools(tx, { server, tools: batch, now }),
      );
    }
    const seenNow = new Map(tools.map(tool => [tool.definition.name, tool]));
    for (const before of known) {
      const seen = seenNow.get(before.name);
      const isSame = seen
        ? before.listed && before.seen.digest === seen.digest
        : !before.listed;
      if (!isSame) {
        // whoever was first saw it later than we did, or will see it again
        await transact(this.#knex, tx =>
          changeMcpTool(tx, { before, seen, now }),
        );
      }
    }
    return { left: Math.max(0, added.length - room) };
  }

  async accept(
    options: Parameters<McpToolStore['accept']>[0],
  ): Promise<StoredMcpTool | undefined> {
    return transact(this.#knex, tx => acceptMcpTool(tx, options));
  }
}

import {
  McpToolDefinition,
  McpToolState,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** A tool of an upstream server as it was seen last and as it was accepted. */
export interface StoredMcpTool {
  server: string;
  /** Verbatim. */
  name: string;
  /** Whether its server listed it last. */
  listed: boolean;
  seen: PinnedDefinition;
  accepted?: PinnedDefinition & {
    /** Entity ref of the person. */
    by: string;
    /** ISO 8601. */
    at: string;
  };
  /** ISO 8601. */
  firstSeenAt: string;
  /** ISO 8601. */
  changedAt: string;
  revision: number;
}

/** A definition and what pins it. */
export interface PinnedDefinition {
  /** SHA-256 (hex) over the canonical definition. */
  digest: string;
  definition: McpToolDefinition;
}

/** Which of these are accepted is what calls depend on: it is guarded, recorded, and bumps the epoch. */
export interface McpToolStore {
  /** Grows whenever another replica may have to offer something else. */
  revision(): Promise<number>;
  /** Every tool ever seen at a server, by name. */
  of(server: string): Promise<StoredMcpTool[]>;
  get(server: string, name: string): Promise<StoredMcpTool | undefined>;
  /** Of the tools that are listed as they were accepted, what pins them, by name. */
  accepted(server: string): Promise<Array<{ name: string; digest: string }>>;
  /**
   * Records a complete listing of a server's tools: what is new, changed, back as it was accepted, or gone.
   *
   * @returns how many of them could not be recorded, since the server has shown too many already
   */
  see(
    server: string,
    tools: PinnedDefinition[],
    now: Date,
  ): Promise<{ left: number }>;
  /** @returns `undefined` when it is not there any more as it was seen, or is accepted already */
  accept(options: {
    server: string;
    name: string;
    /** As the person saw it. */
    digest: string;
    acceptedBy: string;
    standing: string;
    comment?: string;
    now: Date;
  }): Promise<StoredMcpTool | undefined>;
}

/** Where a tool stands. */
export function stateOfTool(
  tool: Pick<StoredMcpTool, 'listed' | 'seen' | 'accepted'>,
): McpToolState {
  if (!tool.listed) {
    return 'gone';
  }
  if (!tool.accepted) {
    return 'new';
  }
  return tool.accepted.digest === tool.seen.digest ? 'accepted' : 'changed';
}

import { EffectClass } from './EffectClass';
import { JsonObject, JsonValue } from './json';

/**
 * What a tool of an upstream MCP server says of itself, as far as agents get to see it. This is what is pinned: whatever
 * else a server sends along is passed on to nobody.
 *
 * @public
 */
export interface McpToolDefinition {
  name: string;
  title?: string;
  description?: string;
  /** JSON Schema of the arguments. */
  inputSchema: JsonObject;
  /** JSON Schema of the structured result. */
  outputSchema?: JsonObject;
  /** What the tool says about its effects. Shown to people, and never believed. */
  annotations?: JsonObject;
}

/**
 * Where a tool stands. Only an `accepted` one can be called.
 *
 * - `new`: seen, and nobody has accepted it yet
 * - `changed`: says something else than what was accepted
 * - `accepted`: says what was accepted
 * - `gone`: its server no longer lists it
 *
 * @public
 */
export type McpToolState = 'new' | 'changed' | 'accepted' | 'gone';

/** @public */
export const MCP_TOOL_STATES: readonly McpToolState[] = [
  'new',
  'changed',
  'accepted',
  'gone',
];

/** A tool of an upstream server, and how it is governed. @public */
export interface McpTool {
  /** Id of its server. */
  server: string;
  /** Verbatim, as its server calls it. */
  name: string;
  /** Id of the governed action that it is. */
  actionId: string;
  /** As hostile as the server: plain text, cut to a length a page can show. */
  title: string;
  /** The same. */
  description: string;
  state: McpToolState;
  /** SHA-256 (hex) of the definition that was seen last: what an acceptance quotes. */
  digest: string;
  acceptedDigest?: string;
  /** Entity ref of the person. */
  acceptedBy?: string;
  /** ISO 8601. */
  acceptedAt?: string;
  /** ISO 8601. */
  firstSeenAt: string;
  /** ISO 8601: when its definition was last seen to change. */
  changedAt: string;
  effectClass: EffectClass;
  undo?: string;
  /** What a call of it is decided about: an entity ref, or the path in its input that names one. */
  target: { ref: string } | { input: string };
  environment: string;
  /** Why it cannot be offered even if it is accepted; empty mostly. */
  problems: string[];
}

/** One difference between the definition that was accepted and the one that was seen. @public */
export interface McpToolDifference {
  /** JSON Pointer into the definition. */
  path: string;
  /** Absent where it was added. */
  before?: JsonValue;
  /** Absent where it was removed. */
  after?: JsonValue;
}

/** Everything there is to know about one tool. @public */
export interface McpToolDetail extends McpTool {
  seen: McpToolDefinition;
  accepted?: McpToolDefinition;
  /** Empty when nothing was accepted yet, or nothing changed. */
  differences: McpToolDifference[];
  /** Entity refs of who may accept it. */
  acceptors: string[];
  /** Whether the person asking may. */
  mayAccept: boolean;
}

/** How an upstream server is reached now, by the process that answers. @public */
export type McpServerState = 'connecting' | 'connected' | 'down';

/** An MCP server behind the gateway. @public */
export interface McpServer {
  /** Its key in the configuration. */
  id: string;
  /** Entity ref of its `API`. */
  entityRef: string;
  /** Entity ref of who answers for it; absent where nobody does, or the catalog did not say. */
  owner?: string;
  transport: 'http' | 'stdio';
  state: McpServerState;
  /** Why it is down. */
  because?: string;
  /** As it introduced itself. */
  implementation?: { name: string; version: string };
  protocolVersion?: string;
  /** ISO 8601: when its tools were last listed. */
  listedAt?: string;
  tools: Record<McpToolState, number>;
  /** What of it is not offered, and why: names that do not fit or collide, lists that are too long. */
  problems: string[];
}

/** Accepts a tool exactly as it was seen. @public */
export interface AcceptMcpToolInput {
  /** Digest of the definition the person looked at; another is a 409. */
  digest: string;
  comment?: string;
}

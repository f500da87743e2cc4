import {
  JsonObject,
  McpToolDefinition,
  canonicalJson,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { z } from 'zod';
import { PinnedDefinition } from '../../store/McpToolStore';
import { toPlainText } from '../toPlainText';
import { READ_ACTIONS } from './createReadActions';

const DOMAIN = 'agentgov.mcp-tool.v1';
/** What fits an action's id, and the protocol's rules for names. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
/** Of the name agents see, as the protocol recommends. */
const MAX_NAME = 128;
const RESERVED: string[] = Object.values(READ_ACTIONS);
const MAX_DEFINITION_BYTES = 65_536;
/** How many problems are told one by one. */
const MAX_PROBLEMS = 50;
/** How much of a name that does not fit is shown. */
const NAME_SHOWN = 60;

const jsonObject = z.record(z.string(), z.json());
/** What of a tool is passed on; whatever else a server says of it is dropped. */
const toolSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  inputSchema: jsonObject,
  outputSchema: jsonObject.optional(),
  annotations: jsonObject.optional(),
}) satisfies z.ZodType<McpToolDefinition>;

/** Pins every tool of a listing that could be offered, and says what keeps the others from it. */
export function pinDefinitions(
  serverId: string,
  listing: JsonObject[],
): { tools: PinnedDefinition[]; problems: string[] } {
  const problems: string[] = [];
  const pinned = new Map<string, PinnedDefinition>();
  const repeated = new Set<string>();
  for (const raw of listing) {
    const result = pin(serverId, raw);
    if (typeof result === 'string') {
      problems.push(result);
    } else if (pinned.has(result.definition.name)) {
      repeated.add(result.definition.name);
    } else {
      pinned.set(result.definition.name, result);
    }
  }
  for (const name of repeated) {
    // nobody could say which of them a call would reach
    pinned.delete(name);
    problems.push(`'${name}' is listed more than once, so it is not offered`);
  }
  return { tools: [...pinned.values()], problems: shorten(problems) };
}

function pin(serverId: string, raw: JsonObject): PinnedDefinition | string {
  const name = toPlainText(String(raw?.name ?? ''), { max: NAME_SHOWN });
  const parsed = toolSchema.safeParse(raw);
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.'));
    return `'${name}' is no tool: ${paths.join(', ')} is wrong`;
  }
  const definition = parsed.data;
  if (!NAME.test(definition.name)) {
    return `'${name}' has a name that does not fit: letters, digits, '_', '.' and '-' do, beginning with a letter or digit`;
  }
  if (RESERVED.includes(definition.name)) {
    return `'${name}' has a name that the gateway uses itself`;
  }
  if (`mcp-${serverId}.${definition.name}`.length > MAX_NAME) {
    return `'${name}' has a name that is too long`;
  }
  if (definition.inputSchema.type !== 'object') {
    return `'${name}' takes no object as its input`;
  }
  try {
    if (Buffer.byteLength(canonicalJson(definition)) > MAX_DEFINITION_BYTES) {
      return `'${name}' has a definition of more than ${MAX_DEFINITION_BYTES} bytes`;
    }
    return { definition, digest: digestOf(DOMAIN, definition) };
  } catch {
    return `'${name}' has a definition that cannot be recorded exactly`;
  }
}

function shorten(problems: string[]): string[] {
  return problems.length > MAX_PROBLEMS
    ? [
        ...problems.slice(0, MAX_PROBLEMS),
        `and ${problems.length - MAX_PROBLEMS} more`,
      ]
    : problems;
}

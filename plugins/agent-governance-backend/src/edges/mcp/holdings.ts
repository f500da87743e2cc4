import {
  ActionCallInput,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { ActionCallService } from '../../service/calls/ActionCallService';
import { AgentCaller } from '../../service/Caller';
import { McpHolding, McpHoldings } from '../../service/mcp/McpHoldings';
import { ActionOffers } from '../../service/offers/ActionOffers';
import { readMeta } from './readMeta';
import { describeRequest } from './renderRequest';

/** A read that did not come about: held, denied or failed. The protocol has no error of a tool for it. */
export const NOT_READ = -32_050;

interface Options {
  calls: ActionCallService;
  offers: ActionOffers;
  holdings: McpHoldings;
  caller: AgentCaller;
}

/** Where the resources of a server lie behind the gateway: their own address, in a scheme that names the server. */
export function toGatewayUri(serverId: string, uri: string): string {
  return `mcp-${serverId}+${uri}`;
}

/** The server and its own address; `undefined` for one that is not behind the gateway. */
export function fromGatewayUri(
  uri: string,
  serverIds: string[],
): { serverId: string; uri: string } | undefined {
  const serverId = serverIds.find(id => uri.startsWith(`mcp-${id}+`));
  return serverId === undefined
    ? undefined
    : { serverId, uri: uri.slice(`mcp-${serverId}+`.length) };
}

/** The same for prompts, by name. */
export function fromGatewayPrompt(
  name: string,
  serverIds: string[],
): { serverId: string; name: string } | undefined {
  const serverId = serverIds.find(id => name.startsWith(`mcp-${id}.`));
  return serverId === undefined
    ? undefined
    : { serverId, name: name.slice(`mcp-${serverId}.`.length) };
}

/** What servers hold, of those whose reading this agent could get. */
export async function listHoldings(
  holding: McpHolding,
  readAction: string,
  options: Options,
): Promise<Array<JsonObject & { serverId: string }>> {
  const { caller, holdings, offers } = options;
  const offered = new Set((await offers.list({ caller })).map(({ id }) => id));
  const readable = holdings
    .servers()
    .filter(id => offered.has(`mcp-${id}:${readAction}`));
  const lists = await Promise.all(
    readable.map(async serverId =>
      (
        await holdings.list(serverId, holding)
      ).map(item => ({
        ...item,
        serverId,
      })),
    ),
  );
  return lists.flat();
}

/** @throws McpError naming the request and what would unblock it, when it was not read */
export async function readHolding(
  asked: Pick<ActionCallInput, 'action' | 'input'> & {
    meta?: Record<string, unknown>;
  },
  options: Pick<Options, 'calls' | 'caller'> & { signal: AbortSignal },
): Promise<JsonObject> {
  const { calls, caller, signal } = options;
  const { meta, ...call } = asked;
  const { request, output } = await calls.call(
    { ...readMeta(meta), ...call },
    { caller, signal },
  );
  if (request.state === 'succeeded' && output) {
    return output;
  }
  throw new McpError(NOT_READ, request.because, describeRequest(request));
}

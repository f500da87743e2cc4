import { ActionCall } from '@agentgov/backstage-plugin-agent-governance-common';
import { RESTOCK, SHOP } from '../portal/gateway/createShopPlugin';
import { CALLABLE_SERVER } from '../portal/gateway/gatewayConfig';
import { PERSON } from '../world/createWorld';
import { GatewayPortal } from './GatewayPortal';
import { ToolAnswer } from './McpCaller';
import { RESTART } from './upstream/upstreamTools';

/** What a call is given. */
export interface CallInput {
  service: string;
  /** Never twice the same: the same action by the same agent would join the call that is under way. */
  note: string;
  agentRef: string;
}

/** A way to have something done. */
export interface Road {
  id: string;
  title: string;
  /** What the number includes, for whoever reads only the table. */
  includes: string;
  /** Whether it is decided and recorded. */
  isGoverned: boolean;
  /** Whether the upstream server does it. */
  isUpstream: boolean;
  /** @throws Error when it was not done, or something else is answered than what was asked for */
  call(portal: GatewayPortal, input: CallInput): Promise<void>;
}

export const DIRECT = 'direct';
export const GATEWAY_TOOL = 'gateway-tool';
export const STOCK = 'stock-action';
export const GATEWAY_ACTION = 'gateway-action';

/** The tools, as the gateway names actions. */
const TOOL = `mcp-${CALLABLE_SERVER}.${RESTART}`;
const ACTION_TOOL = `${SHOP}.${RESTOCK}`;

export const roads: Road[] = [
  {
    id: DIRECT,
    title: 'Tool of an upstream server, straight to it',
    includes:
      'one MCP `tools/call` over HTTP from another process to an MCP server of the official SDK, in a session that is kept; no portal, nobody signs in, nothing is decided or recorded',
    isGoverned: false,
    isUpstream: true,
    call: async ({ direct }, { service, note }) =>
      expectSaid(await direct.callTool(RESTART, { service, note }), note),
  },
  {
    id: GATEWAY_TOOL,
    title: 'The same tool, through the gateway',
    includes:
      'one MCP `tools/call` with an agent’s token: perimeter, audit event, facts and the portal’s criteria asked for afresh, verdict, request, decision and claim committed, the call of the upstream server over the gateway’s own session, its answer checked, and the outcome committed; then the answer as the server gave it',
    isGoverned: true,
    isUpstream: true,
    call: async (portal, { agentRef, ...args }) =>
      expectSaid(
        await portal.gateway.callTool(TOOL, args, portal.tokenOf(agentRef)),
        args.note,
      ),
  },
  {
    id: STOCK,
    title: 'Portal action, through the portal’s stock MCP endpoint',
    includes:
      'one MCP `tools/call` of a person to `/api/mcp-actions/v1` of the same portal: perimeter, audit events, the list of actions asked of the plugin over HTTP, and its invocation over HTTP with a token minted for it; nothing is decided or recorded',
    isGoverned: false,
    isUpstream: false,
    call: async (portal, { service, note }) =>
      expectSaid(
        await portal.stock.callTool(
          ACTION_TOOL,
          { service, note },
          portal.tokenOf(PERSON),
        ),
        note,
      ),
  },
  {
    id: GATEWAY_ACTION,
    title: 'The same portal action, through the gateway',
    includes:
      'one MCP `tools/call` with an agent’s token: everything that the tool through the gateway includes, but that the plugin’s action is invoked over HTTP, as the agent, past the perimeter of that plugin',
    isGoverned: true,
    isUpstream: false,
    call: async (portal, { agentRef, ...args }) =>
      expectSaid(
        await portal.gateway.callTool(
          ACTION_TOOL,
          args,
          portal.tokenOf(agentRef),
        ),
        args.note,
      ),
  },
  {
    id: 'http-action',
    title: 'The same portal action, by POST /v1/action-calls',
    includes:
      'the same without MCP: one HTTP request to governance’s own route',
    isGoverned: true,
    isUpstream: false,
    call: async (portal, { agentRef, ...input }) => {
      const { request, output } = await portal.portal.client.call<ActionCall>({
        method: 'POST',
        path: '/api/agent-governance/v1/action-calls',
        token: portal.tokenOf(agentRef),
        body: { action: `${SHOP}:${RESTOCK}`, input },
      });
      if (!JSON.stringify(output ?? {}).includes(input.note)) {
        throw new Error(`The call is ${request.state}: ${request.because}`);
      }
    },
  },
];

function expectSaid({ content, isError }: ToolAnswer, note: string): void {
  const [said] = content;
  if (isError || !said?.text?.includes(note)) {
    throw new Error(`The tool answered ${JSON.stringify(content)}`);
  }
}

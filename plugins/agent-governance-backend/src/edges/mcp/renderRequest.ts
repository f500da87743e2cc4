import {
  ActionCall,
  ActionRequest,
  ActionRequestState,
  JsonObject,
  KnownOutcome,
} from '@agentgov/backstage-plugin-agent-governance-common';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { META, META_PREFIX } from './metaKeys';
import { WAIT_TOOL, WITHDRAW_TOOL } from './requestTools/names';

/** What the agent can do next, where there is something. */
const NEXT: Partial<Record<ActionRequestState, string>> = {
  held: `People decide about this. Wait for it with ${WAIT_TOOL}, then call this tool again with the same arguments and _meta: it joins this request. Or withdraw it with ${WITHDRAW_TOOL}.`,
  authorised:
    'It is authorised and has not run. Call this tool again with the same arguments and _meta to run it.',
  executing: `It is running. Wait for it with ${WAIT_TOOL}.`,
  unknown:
    'Nobody knows whether it happened. Do not try to do it in another way: a person has to find out.',
};

/** The same once a person found out what came of it. */
const FOUND: Record<KnownOutcome, string> = {
  succeeded:
    'A person found out that it happened. What it returned is not known. Do not do it again.',
  failed:
    'A person found out that it did not happen. If it is still wanted, call this tool again.',
};

/** How a request stands, in words a model and a program can use. */
export function describeRequest(request: ActionRequest): JsonObject {
  const { state, unblock, decideBy, executeBy, retryable, execution } = request;
  const found = request.reconciliation?.outcome;
  const next = found ? FOUND[found] : NEXT[state];
  return {
    request: request.id,
    action: request.actionId,
    target: request.targetRef,
    environment: request.environment,
    state,
    verdict: request.verdict,
    reason: request.reason,
    because: request.because,
    ...(execution?.error !== undefined && { error: execution.error }),
    unblock: unblock as unknown as JsonObject[],
    ...(decideBy !== undefined && { decideBy }),
    ...(executeBy !== undefined && { executeBy }),
    retryable,
    ...(found && { foundToHave: found }),
    ...(next && { next }),
  };
}

/** A server may not speak for the gateway: what only the gateway says is taken out. */
function withoutOurWords(output: JsonObject): JsonObject {
  const { _meta: meta, ...rest } = output;
  if (typeof meta !== 'object' || meta === null || Array.isArray(meta)) {
    return output;
  }
  const others = Object.entries(meta).filter(
    ([key]) => !key.startsWith(META_PREFIX),
  );
  return { ...rest, _meta: Object.fromEntries(others) };
}

/**
 * What a client gets of a call. What ran is handed on as it came back; whatever else became of it is an error of the tool
 * that names the request, and has no structured part: clients would hold that against the tool's schema.
 */
export function renderCall(
  { request, output }: ActionCall,
  options: { isTool: boolean },
): CallToolResult {
  const isAnswer = request.state === 'succeeded' || request.state === 'failed';
  if (options.isTool && isAnswer && Array.isArray(output?.content)) {
    return withoutOurWords(output) as unknown as CallToolResult;
  }
  if (request.state === 'succeeded' && !options.isTool) {
    return {
      content: [{ type: 'text', text: JSON.stringify(output ?? {}) }],
      structuredContent: output ?? {},
      _meta: { [META.request]: request.id },
    };
  }
  const said =
    request.state === 'succeeded'
      ? {
          ...describeRequest(request),
          next: 'It was carried out. What it returned is not kept.',
        }
      : describeRequest(request);
  return {
    content: [{ type: 'text', text: JSON.stringify(said) }],
    isError: true,
    _meta: { [META.request]: request.id },
  };
}

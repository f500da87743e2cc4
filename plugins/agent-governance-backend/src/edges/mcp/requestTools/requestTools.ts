import { InputError } from '@backstage/errors';
import {
  ActionRequest,
  ActionRequestState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { AgentCaller } from '../../../service/Caller';
import { ActionRequestService } from '../../../service/types';
import { META } from '../metaKeys';
import { describeRequest } from '../renderRequest';
import { WAIT_TOOL, WITHDRAW_TOOL } from './names';

const MAX_WAIT_SECONDS = 60;
/** What a request may come out of by itself or by people. */
const WAITING: readonly ActionRequestState[] = [
  'proposed',
  'held',
  'executing',
];

const waitSchema = z.strictObject({
  request: z.string().min(1).max(64),
  waitSeconds: z.int().min(0).max(MAX_WAIT_SECONDS).default(30),
});
const withdrawSchema = z.strictObject({ request: z.string().min(1).max(64) });

const requestProperty = {
  type: 'string',
  description: `Id of a request of yours: ${META.request} in the _meta of a held call`,
} as const;

/** The gateway's own tools: to wait for a request, and to take it back. */
export const REQUEST_TOOLS: Tool[] = [
  {
    name: WAIT_TOOL,
    title: 'Wait for a held request',
    description:
      'Waits until people have decided about one of your requests, or the time is up, and says how it stands. When it is authorised, call its tool again with the same arguments to run it.',
    inputSchema: {
      type: 'object',
      required: ['request'],
      additionalProperties: false,
      properties: {
        request: requestProperty,
        waitSeconds: {
          type: 'integer',
          minimum: 0,
          maximum: MAX_WAIT_SECONDS,
          default: 30,
        },
      },
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  },
  {
    name: WITHDRAW_TOOL,
    title: 'Withdraw a request',
    description:
      'Takes one of your requests back, so that nobody needs to decide about it and it never runs.',
    inputSchema: {
      type: 'object',
      required: ['request'],
      additionalProperties: false,
      properties: { request: requestProperty },
    },
    annotations: {
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  },
];

/** `undefined` for a tool that is none of the gateway's own. */
export async function callRequestTool(
  name: string,
  args: unknown,
  options: {
    requests: Pick<ActionRequestService, 'get' | 'withdraw'>;
    caller: AgentCaller;
    signal: AbortSignal;
  },
): Promise<CallToolResult | undefined> {
  const { requests, caller } = options;
  switch (name) {
    case WAIT_TOOL:
      return render(await wait(parse(waitSchema, args), options));
    case WITHDRAW_TOOL: {
      const { request } = parse(withdrawSchema, args);
      return render(await requests.withdraw(request, { caller }));
    }
    default:
      return undefined;
  }
}

async function wait(
  { request: id, waitSeconds }: z.infer<typeof waitSchema>,
  options: Parameters<typeof callRequestTool>[2],
): Promise<ActionRequest> {
  const { requests, caller, signal } = options;
  const until = Date.now() + waitSeconds * 1_000;
  let request = await requests.get(id, { caller });
  while (WAITING.includes(request.state) && !signal.aborted) {
    const left = Math.ceil((until - Date.now()) / 1_000);
    if (left <= 0) {
      break;
    }
    request = await requests.get(id, {
      caller,
      waitSeconds: left,
      sinceRevision: request.revision,
      signal,
    });
  }
  return request;
}

function parse<T>(schema: z.ZodType<T>, args: unknown): T {
  const parsed = schema.safeParse(args ?? {});
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
        .join('; '),
    );
  }
  return parsed.data;
}

function render(request: ActionRequest): CallToolResult {
  return {
    content: [{ type: 'text', text: JSON.stringify(describeRequest(request)) }],
    _meta: { [META.request]: request.id },
  };
}

import { randomUUID } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { isPublicError } from '../http/toPublicError';

/** What went wrong, in words for the agent; what is ours alone goes to the log, and the agent gets its number there. */
export function sayError(
  thrown: unknown,
  { logger }: { logger: LoggerService },
): { error: string; message: string } {
  const error = toError(thrown);
  if (isPublicError(error)) {
    return { error: error.name, message: error.message };
  }
  const logId = randomUUID();
  logger.child({ logId }).error('A call of a tool failed inside', error);
  return {
    error: 'InternalError',
    message: `Something went wrong in the portal; its log says more, under ${logId}`,
  };
}

/** The same as the answer of a tool: a model can read it and do better. */
export function toToolError(
  thrown: unknown,
  options: { logger: LoggerService },
): CallToolResult {
  return {
    content: [
      { type: 'text', text: JSON.stringify(sayError(thrown, options)) },
    ],
    isError: true,
  };
}

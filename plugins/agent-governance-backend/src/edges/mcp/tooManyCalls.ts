import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/** To a client that does not stop calling: nothing was asked for, and nothing recorded. */
export function tooManyCalls(): CallToolResult {
  return {
    content: [
      {
        type: 'text',
        text: JSON.stringify({
          error: 'TooManyCallsError',
          message:
            'Too many calls. This one was not looked at; wait some seconds before the next.',
        }),
      },
    ],
    isError: true,
  };
}

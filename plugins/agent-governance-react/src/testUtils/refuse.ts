import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import { ResponseError } from '@backstage/errors';

const NAMES: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
  429: 'TooManyRequestsError',
  503: 'ServiceUnavailableError',
};

/**
 * The error a client throws when the portal answers with this status.
 *
 * @param details - what the portal says beside the message
 * @public
 */
export async function refusal(
  status: number,
  message: string,
  details: JsonObject = {},
): Promise<ResponseError> {
  const body = {
    error: { name: NAMES[status] ?? 'Error', message, ...details },
    response: { statusCode: status },
  };
  return ResponseError.fromResponse({
    ok: false,
    status,
    statusText: message,
    redirected: false,
    type: 'basic',
    url: '',
    headers: { get: () => 'application/json' } as unknown as Headers,
    text: async () => JSON.stringify(body),
    json: async () => body,
  } as unknown as Response);
}

/** Makes a method of an API answer with an error of this status. @public */
export function refuse(
  status: number,
  message = 'Refused by the test',
  details?: JsonObject,
) {
  return async (): Promise<never> => {
    throw await refusal(status, message, details);
  };
}

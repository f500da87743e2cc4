import { AsyncLocalStorage } from 'node:async_hooks';
import type { FetchLike } from '@modelcontextprotocol/sdk/shared/transport.js';
import { UpstreamError } from './UpstreamError';

/** What is told when the answer to one request breaks off: the protocol's client would wait for it until its time is up. */
export interface AnswerWatch {
  broke(error: UpstreamError): void;
}

/** The request whose answer is on its way, as far as it is known. */
export const answerWatch = new AsyncLocalStorage<AnswerWatch>();

/** What a server may say on its own, over one stream. */
const STREAM_BYTES = 16 * 1024 * 1024;
/** Around a result: its envelope, and progress on the way. */
const ENVELOPE_BYTES = 64 * 1024;

/** Lets no answer be larger than `maxBytes`, and says of which request it was. */
export function boundedFetch(options: {
  maxBytes: number;
  fetch?: typeof fetch;
}): FetchLike {
  const { maxBytes } = options;
  const inner = options.fetch ?? fetch;
  return async (url, init) => {
    const watch = answerWatch.getStore();
    const response = await inner(url, init as RequestInit);
    const isStream = (init?.method ?? 'GET') === 'GET';
    if (!response.body) {
      return response;
    }
    const limit = isStream ? STREAM_BYTES : maxBytes + ENVELOPE_BYTES;
    const body = bounded(response.body, {
      limit,
      broke: error => watch?.broke(error),
    });
    return new Response(body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    });
  };
}

function bounded(
  body: ReadableStream<Uint8Array>,
  options: { limit: number; broke(error: UpstreamError): void },
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let bytes = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        bytes += value.byteLength;
        if (bytes > options.limit) {
          throw new UpstreamError('The server answered with too much', {
            isCertain: false,
          });
        }
        controller.enqueue(value);
      } catch (error) {
        const broken =
          error instanceof UpstreamError
            ? error
            : new UpstreamError('The server broke off in the middle', {
                isCertain: false,
                cause: error,
              });
        options.broke(broken);
        controller.error(broken);
        await reader.cancel().catch(() => {});
      }
    },
    cancel: reason => reader.cancel(reason),
  });
}

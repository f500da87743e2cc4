import { request as requestHttp, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './isPublicAddress';
import { resolvePublicly } from './resolvePublicly';

/** Far more than the keys of any issuer take. */
const MAX_BYTES = 256 * 1024;

/** Kubernetes answers 406 to whoever asks for its keys as mere JSON (RFC 7517 §8.5 names the type). */
const ACCEPT = 'application/json, application/jwk-set+json';

/** How documents of other servers are fetched. */
export type FetchOptions = {
  /** How long all of it may take, in milliseconds. */
  timeoutMs: number;
  allowPrivateAddresses: boolean;
  /** Certificates in PEM that the server is known by; those of the system when undefined. */
  ca?: string;
};

/**
 * Fetches a small JSON document from a server that may be anybody's.
 *
 * @remarks
 *
 * No redirects, no proxy, no compression, no more than 256 KiB, and one deadline over everything from the name service to
 * the last byte.
 *
 * @throws Error saying what was wrong, in words for a log
 */
export async function fetchJson(
  url: URL,
  options: FetchOptions,
): Promise<unknown> {
  const { timeoutMs } = options;
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const response = await send(url, options, deadline);
    return parse(await readBody(response));
  } catch (error) {
    const because = deadline.aborted
      ? `did not answer in full within ${timeoutMs} ms`
      : (error as Error).message;
    throw new Error(`${url.href} ${because}`);
  }
}

function send(
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address is not looked up, so it is looked at here.
  if (!options.allowPrivateAddresses && isIP(host) && !isPublicAddress(host)) {
    throw new Error('is not at a public address');
  }
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    request(url, {
      agent: false,
      ca: options.ca,
      headers: { accept: ACCEPT, 'accept-encoding': 'identity' },
      lookup: options.allowPrivateAddresses ? undefined : resolvePublicly(),
      signal,
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  try {
    assertPlainAnswer(response);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of response) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) {
        throw new Error(`answered with more than ${MAX_BYTES} bytes`);
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  } finally {
    response.destroy();
  }
}

function assertPlainAnswer({ statusCode = 0, headers }: IncomingMessage) {
  if (statusCode >= 300 && statusCode < 400) {
    throw new Error(`answered ${statusCode}: redirects are not followed`);
  }
  if (statusCode !== 200) {
    throw new Error(`answered ${statusCode}`);
  }
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new Error('answered compressed, which was not asked for');
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Error('did not answer with JSON');
  }
}

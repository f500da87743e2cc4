import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks an address until it answers with a good status.
 *
 * @param options - `timeoutMs`, and a `signal` that ends the waiting early,
 *   for instance because the server has ended
 */
export async function waitUntilReady(url, options) {
  const { timeoutMs, signal } = options;
  const deadline = Date.now() + timeoutMs;
  let last = 'no answer yet';
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(5_000),
      });
      await response.arrayBuffer();
      if (response.ok) {
        return;
      }
      last = `status ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(500, undefined, { signal }).catch(() => {});
  }
  signal?.throwIfAborted();
  throw new Error(
    `${url} was not ready within ${timeoutMs / 1000}s (last: ${last})`,
  );
}

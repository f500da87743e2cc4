import { ServiceUnavailableError } from '@backstage/errors';

/**
 * Runs something and gives up waiting for it after a while.
 *
 * @throws ServiceUnavailableError when the time, in milliseconds, is up
 *
 * @public
 */
export async function withDeadline<T>(
  timeoutMs: number,
  run: () => Promise<T>,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new ServiceUnavailableError('No answer in time')),
      timeoutMs,
    );
  });
  try {
    return await Promise.race([run(), timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

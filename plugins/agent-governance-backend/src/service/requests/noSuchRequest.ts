import { NotFoundError, isError } from '@backstage/errors';

/** The one answer for a request that does not exist and for one the caller may not see. */
export function noSuchRequest(id: string): NotFoundError {
  return new NotFoundError(
    `There is no action request '${id}' that you may see`,
  );
}

/** Looks a request up, and says in the one way that there is none. */
export async function findRequest<T>(
  id: string,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw isError(error) && error.name === 'NotFoundError'
      ? noSuchRequest(id)
      : error;
  }
}

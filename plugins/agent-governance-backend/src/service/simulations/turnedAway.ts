import {
  ConflictError,
  ServiceUnavailableError,
  isError,
} from '@backstage/errors';
import { InTheWay } from '../outlook/Foresight';

const BEFORE = 'A request would be turned away before anything is decided';

/** What stands in the way of a request, as an answer to somebody who only tries it out. */
export function turnedAway({ reason, because }: InTheWay): Error {
  return reason === 'could-not-evaluate'
    ? new ServiceUnavailableError(because)
    : new ConflictError(`${BEFORE}. ${because}`);
}

/** What is said to an agent at the door is about the agent, not about whoever tries it out. */
export async function asTheAgent<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      throw new ConflictError(`${BEFORE}. The agent may not read this entity.`);
    }
    if (isError(error) && error.name === 'AuthenticationError') {
      throw new ConflictError(`${BEFORE}. ${error.message}.`);
    }
    throw error;
  }
}

import { NotSignedInError, PortalUnavailableError } from '../errors';
import { TransientFailure } from '../retry';

/**
 * Whatever keeps an agent from signing in, it is not signed in: what it should prove itself with cannot be had, or the
 * portal does not accept it.
 *
 * @throws NotSignedInError; what is about the portal being away as it is
 */
export async function asSignInFailure<T>(signIn: () => Promise<T>): Promise<T> {
  try {
    return await signIn();
  } catch (error) {
    if (
      error instanceof TransientFailure ||
      error instanceof PortalUnavailableError
    ) {
      throw error;
    }
    const { message, status } = error as Error & { status?: number };
    throw new NotSignedInError(`Could not sign in. ${message}`, {
      status,
      cause: error,
    });
  }
}

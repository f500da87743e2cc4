import { NotAcceptedError, NotSignedInError } from '../errors';

/** Whatever the portal does not accept while an agent signs in, the agent is not signed in. */
export async function asSignInFailure<T>(signIn: () => Promise<T>): Promise<T> {
  try {
    return await signIn();
  } catch (error) {
    if (
      error instanceof NotAcceptedError ||
      error instanceof NotSignedInError
    ) {
      throw new NotSignedInError(`Could not sign in. ${error.message}`, {
        status: error.status,
        cause: error,
      });
    }
    throw error;
  }
}

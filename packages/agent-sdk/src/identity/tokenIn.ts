import { NotSignedInError } from '../errors';

/** @throws NotSignedInError for an answer without a token: whoever gave it is not who was asked */
export function tokenIn(answer: unknown): string {
  if (typeof answer !== 'string' || answer === '') {
    throw new NotSignedInError(
      'Could not sign in. The answer has no token in it: is that where the portal is?',
    );
  }
  return answer;
}

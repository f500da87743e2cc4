import { NotFoundError } from '@backstage/errors';

/** The one answer for a policy that does not exist and for one the caller may not see. */
export function noSuchPolicy(ref: string): NotFoundError {
  return new NotFoundError(`There is no policy '${ref}' that you may see`);
}

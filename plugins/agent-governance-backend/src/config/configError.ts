import { InputError } from '@backstage/errors';

/** A value in app-config that cannot be: names the key and what is allowed, and stops the start. */
export function configError(key: string, problem: string): InputError {
  return new InputError(`Invalid configuration: ${key} ${problem}`);
}

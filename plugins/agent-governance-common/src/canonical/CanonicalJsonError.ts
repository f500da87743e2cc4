/**
 * Thrown when a value has no canonical form, so that it can be neither digested nor replayed.
 *
 * @public
 */
export class CanonicalJsonError extends Error {
  /** Where in the value, for example `$.context.required[2].value`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path} ${problem}`);
    this.name = 'CanonicalJsonError';
    this.path = path;
  }
}

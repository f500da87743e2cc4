/**
 * Criteria that cannot be walked: an unknown rule, parameters that fail their schema, an empty group.
 * Whoever asked must treat it as *could not evaluate*, never as false.
 *
 * @public
 */
export class CriteriaError extends Error {
  /** Where in the criteria, for example `$.anyOf[1].not`. */
  readonly path: string;

  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.name = 'CriteriaError';
    this.path = path;
  }
}

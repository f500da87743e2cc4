/**
 * What is wrong with a policy, for the person who wrote it: where, what and what was probably meant.
 *
 * @public
 */
export interface PolicyProblem {
  /** Where in the document, for example `rules[2].when`. */
  field: string;
  /** The file the policy came from, when it came from one. */
  file?: string;
  /** In that file, from 1. */
  line?: number;
  /** In that line, from 1, in UTF-16 code units. */
  column?: number;
  /** The expression the problem is in. */
  expression?: string;
  /** What is wrong and what is allowed, in a sentence. */
  reason: string;
  /** The name or spelling that was probably meant. */
  suggestion?: string;
}

/**
 * What one expression may ask of the machine. Over a limit in the text: a problem when the policy is loaded.
 * Over a limit in a fact: that fact is unknown to the expression.
 *
 * @public
 */
export const EXPRESSION_LIMITS = {
  /** Length of the text, in UTF-16 code units. */
  sourceLength: 2_048,
  /** How deep brackets and operators may be nested. */
  depth: 32,
  /** Steps of the worst evaluation; a step is about what comparing two numbers takes. */
  cost: 20_000,
  /** Entries of a list in a fact. */
  listItems: 500,
  /** Length of a text in a fact. */
  stringLength: 4_096,
  /** Entries of a list in a value that has no shape of its own, such as the input. */
  jsonListItems: 100,
  /** Values within values in one of those. */
  jsonValues: 1_000,
  /** Length of a regular expression. */
  patternLength: 128,
  /** Instructions that a regular expression compiles to. */
  patternInstructions: 512,
} as const;

/** A place in a file, as editors count. @public */
export interface FilePlace {
  /** From 1. */
  line: number;
  /** In that line, from 1, in UTF-16 code units. */
  column: number;
}

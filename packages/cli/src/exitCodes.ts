/** What a command says to whoever started it; documented in the README. */
export const EXIT = {
  /** Everything is as it should be. */
  fine: 0,
  /** It was read and tried, and something is not as it should be. */
  failed: 1,
  /** It could not be read, or names what is not there: nothing is known about the rest. */
  badInput: 2,
  /** The portal could not be asked, or refused. */
  portal: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

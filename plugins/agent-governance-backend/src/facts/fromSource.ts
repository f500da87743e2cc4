import {
  Fact,
  JsonValue,
  known,
  knownNone,
  unknown,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What a source answered, or that it did not. */
export interface SourceAnswer<T> {
  /** Absent when the source failed. */
  value?: T;
  /**
   * Turns the answer into a fact. Unknown when the source failed;
   * known to be none where `pick` finds nothing.
   */
  toFact<F extends JsonValue>(
    pick: (value: T) => F | undefined,
    observedAt?: string,
  ): Fact<F>;
}

/**
 * Asks a source, and turns any failure into "unknown".
 *
 * The reason is kept short: what failed inside is for the log, not for the record.
 */
export async function fromSource<T>(
  source: string,
  read: () => Promise<T>,
): Promise<SourceAnswer<T>> {
  let value: T;
  try {
    value = await read();
  } catch (error) {
    const note = `${source} did not answer: ${
      error instanceof Error ? error.name : 'error'
    }`;
    return { toFact: () => unknown(source, note) };
  }
  return {
    value,
    toFact: (pick, observedAt) => {
      const picked = pick(value);
      return picked === undefined
        ? knownNone(source, observedAt)
        : known(picked, source, observedAt);
    },
  };
}

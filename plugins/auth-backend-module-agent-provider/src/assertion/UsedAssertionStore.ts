import { AssertionUse } from './ParsedAssertion';

/** Remembers which assertions were used. */
export interface UsedAssertionStore {
  /**
   * Marks an assertion of an agent as used.
   *
   * @returns whether this was the first time; of several at once exactly one is the first
   */
  markUsed(assertion: AssertionUse & { agentRef: string }): Promise<boolean>;

  /** Forgets assertions that expired before a moment. */
  forgetExpired(options: { before: Date }): Promise<void>;
}

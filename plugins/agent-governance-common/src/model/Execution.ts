import { JsonObject } from './json';

/** How an attempt to carry out a request ended. `unknown` is honest: nobody can tell yet. @public */
export type ExecutionOutcome = 'succeeded' | 'failed' | 'unknown';

/** What people and agents see of an execution. @public */
export interface ExecutionView {
  state: 'running' | ExecutionOutcome;
  attempt: number;
  /** The key the outside system is given; the same for every attempt. */
  idempotencyKey: string;
  /** ISO 8601. */
  startedAt: string;
  /** ISO 8601. */
  endedAt?: string;
  /** What the executor returned. */
  output?: JsonObject;
  /** Why it failed or is unknown, in words. */
  error?: string;
}

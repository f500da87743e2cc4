/** How to wait for a request. @public */
export interface WaitOptions {
  /** How long at most; 600 by default. The request goes on without anybody waiting. */
  seconds?: number;
  /** Whether to wait for people too; true by default. */
  throughHold?: boolean;
  /** Whether to wait until a person has found out what came of it, where nobody could tell; false by default. */
  throughUnknown?: boolean;
  /** Stops waiting, not the request: to end that, withdraw it. */
  signal?: AbortSignal;
}

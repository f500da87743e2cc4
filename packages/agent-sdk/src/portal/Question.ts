/** One thing asked over HTTP. */
export interface Question {
  method: 'GET' | 'POST';
  url: string;
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
  /** Whether asking twice is like asking once. */
  repeatable: boolean;
  /** How long the answer may take. */
  timeoutMs: number;
  signal?: AbortSignal;
  /** The key it is asked under: an error has to name it. */
  idempotencyKey?: string;
}

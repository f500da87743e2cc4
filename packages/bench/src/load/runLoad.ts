/** What a slice of load produced. */
export interface LoadResult {
  /** Milliseconds of every call that succeeded. */
  latencies: number[];
  elapsedMs: number;
  /** Messages of those that did not. */
  errors: string[];
}

/**
 * A closed loop: so many callers, each starting its next call when the last one ended.
 *
 * @param options - ends after `durationMs`, or after `count` calls were started, whichever comes first
 */
export async function runLoad(options: {
  concurrency: number;
  durationMs?: number;
  count?: number;
  call: (index: number) => Promise<unknown>;
}): Promise<LoadResult> {
  const { concurrency, durationMs, call, count = Infinity } = options;
  const latencies: number[] = [];
  const errors: string[] = [];
  const start = performance.now();
  const deadline = start + (durationMs ?? Infinity);
  let started = 0;
  const loop = async () => {
    while (performance.now() < deadline && started < count) {
      const before = performance.now();
      try {
        await call(started++);
        latencies.push(performance.now() - before);
      } catch (error) {
        errors.push(String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  return { latencies, elapsedMs: performance.now() - start, errors };
}

/** What a command knows of the world around it, so that tests can give it another one. */
export interface Surroundings {
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Whether who reads can see colours. */
  colours: boolean;
  out(text: string): void;
  err(text: string): void;
  /** For commands that ask a portal. */
  fetch: typeof fetch;
  /** Aborted when somebody wants the command to end. */
  ended: AbortSignal;
}

/** Those of this process. */
export function processSurroundings(): Surroundings {
  const { env } = process;
  const ended = new AbortController();
  process.once('SIGINT', () => ended.abort());
  process.once('SIGTERM', () => ended.abort());
  return {
    cwd: process.cwd(),
    env,
    colours:
      !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || process.stdout.isTTY),
    out: text => process.stdout.write(text),
    err: text => process.stderr.write(text),
    fetch: (...args) => fetch(...args),
    ended: ended.signal,
  };
}

import { ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { UpstreamAnswer, UpstreamMessage, UpstreamUrls } from './protocol';

const ENTRY = resolvePackagePath(
  'bench',
  'src/gateway/upstream/runUpstream.ts',
);

/** Somebody's MCP servers, in a process of their own. */
export class UpstreamProcess {
  readonly urls: UpstreamUrls;
  readonly #child: ChildProcess;

  /** @param options - `tools`: how many the one has that is only listed */
  static async start(options: { tools: number }): Promise<UpstreamProcess> {
    const child = fork(ENTRY, { execArgv: process.execArgv });
    const { urls } = await ask(child, { name: 'start', ...options });
    return new UpstreamProcess(child, urls!);
  }

  private constructor(child: ChildProcess, urls: UpstreamUrls) {
    this.#child = child;
    this.urls = urls;
  }

  /** How many calls of tools have arrived so far. */
  async calls(): Promise<number> {
    const { calls } = await ask(this.#child, { name: 'count' });
    return calls;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}

async function ask(
  child: ChildProcess,
  message: UpstreamMessage,
): Promise<UpstreamAnswer> {
  const asked = new AbortController();
  const { signal } = asked;
  const end = () => asked.abort();
  child.once('exit', end);
  child.send(message);
  try {
    for await (const [answer] of on(child, 'message', { signal })) {
      if (answer.type === 'answer') {
        return answer;
      }
    }
  } catch {
    // said below
  } finally {
    child.off('exit', end);
  }
  throw new Error('The upstream servers ended');
}

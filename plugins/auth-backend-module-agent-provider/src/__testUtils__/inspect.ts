import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const INSPECTOR = join(
  dirname(require.resolve('@modelcontextprotocol/inspector/package.json')),
  'clients/launcher/build/index.js',
);

/**
 * Runs the command line of the official inspector against a server, with a home of its own and nobody to ask.
 *
 * @returns what it prints
 * @throws Error with what it complains about
 */
export async function inspect(url: URL, args: string[]): Promise<unknown> {
  const home = await mkdtemp(join(tmpdir(), 'inspector-'));
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...[INSPECTOR, '--cli', url.href, '--transport', 'http'],
        ...['--stored-auth-only', '--quiet', '--format', 'json', ...args],
      ],
      {
        cwd: home,
        env: { PATH: process.env.PATH, HOME: home },
        timeout: 60_000,
      },
    );
    return JSON.parse(stdout);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

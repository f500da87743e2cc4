import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const LAUNCHER = join(
  dirname(
    createRequire(__filename).resolve(
      '@modelcontextprotocol/inspector/package.json',
    ),
  ),
  'clients/launcher/build/index.js',
);

/** What the inspector printed, and how it ended: 0 is well. */
export interface Inspected {
  code: number;
  /** What was asked for, as JSON. */
  stdout: string;
  stderr: string;
}

/** Runs the official inspector's command line against the MCP gateway. */
export async function runInspector(
  portalUrl: string,
  token: string,
  args: string[],
): Promise<Inspected> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [
        LAUNCHER,
        '--cli',
        '--server-url',
        `${portalUrl}/api/agent-governance/mcp`,
        '--transport',
        'http',
        '--header',
        `Authorization: Bearer ${token}`,
        '--stored-auth-only',
        '--format',
        'json',
        ...args,
      ],
      { timeout: 60_000 },
      (error, stdout, stderr) => {
        const code = error ? Number(error.code ?? 1) : 0;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

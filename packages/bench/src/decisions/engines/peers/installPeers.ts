import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** A package of their own, outside the workspaces: nobody who works on this repository has to install them. */
export const PEERS_FOLDER = resolvePackagePath('bench', 'peers');

const LOCK = join(PEERS_FOLDER, 'package-lock.json');
/** The lock file that what is installed was installed by. */
const INSTALLED = join(PEERS_FOLDER, 'node_modules', '.installed-lock.json');

/**
 * Installs the peers with npm, unless just these are installed already.
 *
 * @returns why that could not be done, if so
 */
export function installPeers(): string | undefined {
  if (
    existsSync(INSTALLED) &&
    readFileSync(INSTALLED, 'utf8') === readFileSync(LOCK, 'utf8')
  ) {
    return undefined;
  }
  const { status, error, stderr } = spawnSync(
    'npm',
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    {
      cwd: PEERS_FOLDER,
      encoding: 'utf8',
      // npm is a batch file on Windows, which only a shell runs
      shell: process.platform === 'win32',
      // `npm run` tells what it runs which package it is in: another one
      env: withoutNpm(process.env),
    },
  );
  if (status !== 0) {
    return `npm could not install it: ${
      error?.message ?? lastLine(stderr) ?? `it ended with ${status}`
    }`;
  }
  copyFileSync(LOCK, INSTALLED);
  return undefined;
}

function withoutNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^npm_(config_local_prefix|package_|lifecycle_)/i.test(name),
    ),
  );
}

function lastLine(text: string): string | undefined {
  return text
    .split('\n')
    .filter(line => /^npm (error|ERR!) \S/.test(line))
    .find(line => !line.includes('code'));
}

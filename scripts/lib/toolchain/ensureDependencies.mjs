import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot, toolsDir } from '../paths.mjs';
import { runNode } from '../process/run.mjs';
import { UserError, formatDuration, say } from '../say.mjs';
import { digestOf, isUpToDate, writeStamp } from '../stamp.mjs';
import { listWorkspaces } from '../workspaces.mjs';
import { installTools } from './installTools.mjs';
import { yarnVersion } from './versions.mjs';

const stampFile = fromRoot('node_modules', '.cache', 'installed');

/** Everything that decides what an install brings. */
function installDigest() {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'].map(name =>
    fromRoot(name),
  );
  return digestOf(
    [...files, ...listWorkspaces().map(workspace => workspace.file)],
    [process.version, process.platform, process.arch],
  );
}

async function ensureYarn() {
  const yarn = join(toolsDir, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
  if (!existsSync(yarn)) {
    await installTools({ '@yarnpkg/cli-dist': yarnVersion });
  }
  return yarn;
}

/**
 * Installs the dependencies exactly as yarn.lock says, unless that was done
 * already for the present manifests.
 */
export async function ensureDependencies() {
  const digest = installDigest();
  if (isUpToDate(stampFile, digest)) {
    return;
  }
  const yarn = await ensureYarn();
  say('Installing dependencies (a few minutes the first time)');
  const started = Date.now();
  const code = await runNode([yarn, 'install', '--immutable'], {
    env: { ...process.env, YARN_ENABLE_PROGRESS_BARS: '0' },
    // Warnings about other people's packages would bury ours.
    quiet: true,
  });
  if (code !== 0) {
    throw new UserError(
      `yarn install failed (exit code ${code}). If a package.json was changed, ` +
        'run "yarn install" once and commit yarn.lock with it.',
    );
  }
  writeStamp(stampFile, digest);
  say(`Dependencies installed in ${formatDuration(Date.now() - started)}`);
}

import { existsSync } from 'node:fs';
import { backstageCli, fromRoot } from '../paths.mjs';
import { runNode } from '../process/run.mjs';
import { UserError, formatDuration, say } from '../say.mjs';
import { digestOf, filesBelow, isUpToDate, writeStamp } from '../stamp.mjs';
import { withLocalDependencies } from '../workspaces.mjs';

const stampFile = fromRoot('node_modules', '.cache', 'app-built');
const page = fromRoot('packages/app/dist/index.html');

/** The sources of the pages, and what else changes how they are built. */
function appDigest() {
  const folders = withLocalDependencies('app').map(w => fromRoot(w.folder));
  const files = ['app-config.yaml', 'yarn.lock'].map(name => fromRoot(name));
  return digestOf([
    ...files.filter(existsSync),
    ...folders.flatMap(filesBelow),
  ]);
}

/** Builds the pages of the portal, unless nothing changed since the last time. */
export async function buildApp() {
  const digest = appDigest();
  if (existsSync(page) && isUpToDate(stampFile, digest)) {
    say('The pages are up to date');
    return;
  }
  say('Building the pages (about a minute)');
  const started = Date.now();
  const code = await runNode([backstageCli, 'package', 'build'], {
    cwd: fromRoot('packages/app'),
    // It names several hundred files, which matter only when it fails.
    quiet: true,
  });
  if (code !== 0) {
    throw new UserError(`Building the pages failed (exit code ${code}).`);
  }
  writeStamp(stampFile, digest);
  say(`Pages built in ${formatDuration(Date.now() - started)}`);
}

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fromRoot } from '../paths.mjs';
import { run, runNode } from '../process/run.mjs';
import { UserError, say } from '../say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser that CHROMIUM_PATH names, or the first one on the PATH. */
export function findChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (!isExecutable(env.CHROMIUM_PATH)) {
      throw new UserError(
        `CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which is not a program. ` +
          'Correct it, or unset it to use the browser of the system.',
      );
    }
    return env.CHROMIUM_PATH;
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
    macPath,
  ].find(isExecutable);
}

async function installFromDebian() {
  say('Installing Chromium with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', ['update', '-qq'], { env });
  return update === 0
    ? run('apt-get', ['install', '-y', '-qq', 'chromium'], { env })
    : update;
}

async function installFromPlaywright() {
  say("Installing Playwright's own Chromium");
  return runNode([
    fromRoot('node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ]);
}

/**
 * Makes sure of a browser. The answer is the path of the system's browser, or
 * undefined where Playwright brought its own and finds it by itself.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) {
    return found;
  }
  const isDebianRoot =
    process.getuid?.() === 0 && existsSync('/etc/debian_version');
  const code = isDebianRoot
    ? await installFromDebian()
    : await installFromPlaywright();
  const installed = isDebianRoot ? findChromium() : undefined;
  if (code !== 0 || (isDebianRoot && !installed)) {
    throw new UserError(
      'The browser stories need Chromium, and it could not be installed. ' +
        'Install it and call again, or name it with CHROMIUM_PATH=<program>.',
    );
  }
  return installed;
}

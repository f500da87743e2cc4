import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rootDir } from './paths.mjs';

const skippedFolders = new Set(['node_modules', 'dist', 'dist-types']);

/** Every file below a folder, sorted, without what builds and installs make. */
export function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return skippedFolders.has(entry.name) ? [] : filesBelow(path);
      }
      return entry.isFile() ? [path] : [];
    });
}

/** One digest over names and contents of files, and over loose words. */
export function digestOf(files, words = []) {
  const hash = createHash('sha256');
  for (const word of words) {
    hash.update(`${word}\0`);
  }
  for (const file of files) {
    hash.update(`${relative(rootDir, file)}\0`);
    hash.update(readFileSync(file));
    hash.update('\0');
  }
  return hash.digest('hex');
}

/** Whether the work that a stamp stands for was done for exactly this digest. */
export function isUpToDate(stampFile, digest) {
  try {
    return readFileSync(stampFile, 'utf8').trim() === digest;
  } catch {
    return false;
  }
}

/** Remembers that the work was done. */
export function writeStamp(stampFile, digest) {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, `${digest}\n`);
}

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The root of this repository, from anywhere inside it.
 *
 * @throws Error when called from outside
 */
export function findRepositoryRoot(): string {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'scripts', 'portal.mjs'))) {
      return folder;
    }
    if (folder === dirname(folder)) {
      throw new Error(
        `${process.cwd()} is not inside the repository: there is no scripts/portal.mjs in any folder above it`,
      );
    }
  }
}

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const rootDir = join(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  '..',
);

/** An absolute path inside the repository. */
export function fromRoot(...parts) {
  return join(rootDir, ...parts);
}

/** Where this repository keeps its own Node and yarn; never committed. */
export const toolsDir = fromRoot('.tools');

/** Where the demo portal keeps its databases between two starts. */
export const dataDir = fromRoot('.data');

/** The Backstage CLI, to be run with `node`. */
export const backstageCli = fromRoot(
  'node_modules/@backstage/cli/bin/backstage-cli',
);

/** Lets Node load the TypeScript sources of our own packages. */
export const typescriptLoader = fromRoot(
  'node_modules/@backstage/cli/config/nodeTransform.cjs',
);

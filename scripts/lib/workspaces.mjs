import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fromRoot } from './paths.mjs';

function readManifest(folder) {
  const file = fromRoot(folder, 'package.json');
  return existsSync(file)
    ? { folder, file, manifest: JSON.parse(readFileSync(file, 'utf8')) }
    : undefined;
}

/** All packages of this repository: folder, manifest and the file it is in. */
export function listWorkspaces() {
  return ['packages', 'plugins'].flatMap(parent =>
    readdirSync(fromRoot(parent))
      .sort()
      .map(name => readManifest(`${parent}/${name}`))
      .filter(Boolean),
  );
}

/** A package and every package of this repository it is built from. */
export function withLocalDependencies(name) {
  const byName = new Map(listWorkspaces().map(w => [w.manifest.name, w]));
  const found = new Map();
  const visit = next => {
    const workspace = byName.get(next);
    if (workspace && !found.has(next)) {
      found.set(next, workspace);
      Object.keys(workspace.manifest.dependencies ?? {}).forEach(visit);
    }
  };
  visit(name);
  return [...found.values()];
}

import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { InputProblem } from '../InputProblem';

/** A file to read. */
export interface YamlFile {
  /** As it is said in reports: from where the command runs. */
  name: string;
  path: string;
  /** Named by itself, and not found in a folder. */
  isNamed: boolean;
}

const LEFT_OUT = /^(?:\..*|node_modules|dist)$/;
const YAML = /\.ya?ml$/;

/**
 * The YAML files among paths and in folders of them, each once, in one order.
 *
 * @throws InputProblem for a path where nothing is
 */
export async function findYamlFiles(
  paths: readonly string[],
  cwd: string,
): Promise<YamlFile[]> {
  const found = new Map<string, YamlFile>();
  const add = (path: string, isNamed: boolean) =>
    found.set(path, {
      path,
      name: relative(cwd, path) || path,
      isNamed: isNamed || found.get(path)?.isNamed === true,
    });
  for (const said of paths) {
    const path = resolve(cwd, said);
    const stats = await stat(path).catch(() => undefined);
    if (!stats) {
      throw new InputProblem(`${said}: there is no such file or folder`);
    }
    if (stats.isDirectory()) {
      (await filesIn(path)).forEach(one => add(one, false));
    } else {
      add(path, true);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(entry => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return LEFT_OUT.test(entry.name) ? [] : filesIn(path);
      }
      return entry.isFile() && YAML.test(entry.name) ? [path] : [];
    }),
  );
  return nested.flat();
}

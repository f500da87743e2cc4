import { resolve } from 'node:path';
import { watch } from 'chokidar';
import { InputProblem } from '../InputProblem';
import { Surroundings } from '../Surroundings';

/** Editors write a file in several steps. */
const SETTLED_MS = 50;

/** Runs something now and again whenever a file at these paths changes, one run after the other, until told to end. */
export async function watchPaths(options: {
  paths: readonly string[];
  surroundings: Surroundings;
  run: () => Promise<void>;
}): Promise<void> {
  const { paths, surroundings, run } = options;
  const { cwd, ended, out, err } = surroundings;
  const again = async () => {
    try {
      await run();
    } catch (error) {
      if (!(error instanceof InputProblem)) {
        throw error;
      }
      err(`${error.message}\n`);
    }
    out('Watching for changes; end with Ctrl-C.\n');
  };
  const watcher = watch(
    paths.map(path => resolve(cwd, path)),
    {
      ignored: /(?:^|[\\/])(?:\.[^\\/.]+|node_modules)(?:$|[\\/])/,
      ignoreInitial: true,
    },
  );
  try {
    await new Promise<void>((end, fail) => {
      let running = Promise.resolve();
      let timer: NodeJS.Timeout | undefined;
      const start = () => {
        running = running.then(again);
        running.catch(fail);
      };
      watcher.on('error', fail);
      watcher.once('ready', () => {
        watcher.on('all', () => {
          clearTimeout(timer);
          timer = setTimeout(start, SETTLED_MS);
        });
        start();
      });
      const stop = () => {
        clearTimeout(timer);
        running.then(end, fail);
      };
      ended.addEventListener('abort', stop, { once: true });
      if (ended.aborted) {
        stop();
      }
    });
  } finally {
    await watcher.close();
  }
}

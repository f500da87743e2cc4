/**
 * The one door of `npm start`, `npm test` and `npm run bench`.
 *
 * Makes sure of Node, yarn and the dependencies, so that a fresh clone needs
 * nothing but the Node it was called with, and then hands over to a command.
 * Runs on any Node from 18 on, and imports no package before it is installed.
 */
import { UserError, say } from './lib/say.mjs';
import { ensureNode } from './lib/toolchain/ensureNode.mjs';
import { ensureDependencies } from './lib/toolchain/ensureDependencies.mjs';

const commands = {
  start: () => import('./commands/start.mjs'),
  test: () => import('./commands/test.mjs'),
  bench: () => import('./commands/bench.mjs'),
};

async function main() {
  const [name, ...args] = process.argv.slice(2);
  const load = commands[name];
  if (!load) {
    throw new UserError(
      `Unknown command "${name ?? ''}". Use one of: ${Object.keys(
        commands,
      ).join(', ')}.`,
    );
  }
  const exitCode = await ensureNode();
  if (exitCode !== undefined) {
    return exitCode;
  }
  await ensureDependencies();
  const command = await load();
  return command.run(args);
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    say(error instanceof UserError ? error.message : error.stack);
    process.exitCode = 1;
  },
);

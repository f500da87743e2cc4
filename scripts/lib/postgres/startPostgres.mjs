import { fork } from 'node:child_process';
import { fromRoot } from '../paths.mjs';

const keeper = fromRoot('scripts/lib/postgres/keeper.mjs');

/**
 * Starts a real PostgreSQL on a free port, with a data folder of its own that
 * disappears with it.
 *
 * The server belongs to a small keeper process that stops it as soon as we are
 * gone: by return, by Ctrl-C, by a crash or by a kill that nobody can catch.
 *
 * @returns `connectionString` of the superuser, and `stop`
 */
export function startPostgres() {
  return new Promise((resolve, reject) => {
    const child = fork(keeper, [], {
      // Out of reach of Ctrl-C, which is ours to handle first.
      detached: process.platform !== 'win32',
    });
    const ended = new Promise(done => child.once('exit', done));
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`PostgreSQL did not start (exit code ${code})`)),
    );
    child.once('message', message => {
      if (message.error) {
        reject(new Error(message.error));
        return;
      }
      resolve({
        connectionString: message.connectionString,
        stop: async () => {
          if (child.connected) {
            child.disconnect();
          }
          await ended;
        },
      });
    });
  });
}

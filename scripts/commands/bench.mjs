import { existsSync } from 'node:fs';
import { fromRoot, typescriptLoader } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres/startPostgres.mjs';
import { runNode } from '../lib/process/run.mjs';
import { UserError } from '../lib/say.mjs';

const entry = fromRoot('packages/bench/src/index.ts');

/** Runs the benchmarks, with a PostgreSQL of their own to measure against. */
export async function run(args) {
  if (!existsSync(entry)) {
    throw new UserError(
      'There are no benchmarks yet: packages/bench/src is missing.',
    );
  }
  const postgres = await startPostgres();
  try {
    return await runNode(['--require', typescriptLoader, entry, ...args], {
      env: {
        ...process.env,
        BENCH_POSTGRES_CONNECTION_STRING: postgres.connectionString,
      },
    });
  } finally {
    await postgres.stop();
  }
}

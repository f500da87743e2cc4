import { fromRoot, typescriptLoader } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres/startPostgres.mjs';
import { runNode } from '../lib/process/run.mjs';

/** What can be measured, by the name it is asked for. */
const kinds = {
  decisions: measureDecisions,
  requests: measureRequests,
  stops: measureStops,
  gateway: measureGateway,
};

/**
 * Runs the benchmarks: all of them, or the kind that is named first. Options without a kind are for requests.
 */
export async function run(args) {
  const [kind, ...rest] = args;
  if (Object.hasOwn(kinds, kind ?? '')) {
    return kinds[kind](rest);
  }
  if (args.length > 0) {
    return measureRequests(args);
  }
  return (
    (await measureDecisions([])) ||
    (await measureRequests([])) ||
    (await measureStops([])) ||
    measureGateway([])
  );
}

/**
 * The decision alone, beside other engines, in one process. It collects its garbage in the one thread that is measured:
 * helpers that wait for each other on busy cores would be counted as work.
 */
function measureDecisions(args) {
  return runBench('decisions/index.ts', args, {
    nodeOptions: ['--single-threaded-gc'],
  });
}

/** Decisions over HTTP, in a whole portal, with a PostgreSQL of its own to measure against. */
function measureRequests(args) {
  return withPostgres('index.ts', args);
}

/** How soon nothing begins any more once somebody pulls a stop, over two backends on one PostgreSQL. */
function measureStops(args) {
  return withPostgres('stops/index.ts', args);
}

/** What the MCP gateway adds to a call, beside the portal's stock endpoint for MCP. */
function measureGateway(args) {
  return withPostgres('gateway/index.ts', args);
}

async function withPostgres(entry, args) {
  const postgres = await startPostgres();
  try {
    return await runBench(entry, args, {
      env: { BENCH_POSTGRES_CONNECTION_STRING: postgres.connectionString },
    });
  } finally {
    await postgres.stop();
  }
}

function runBench(entry, args, { env = {}, nodeOptions = [] } = {}) {
  return runNode(
    [
      ...nodeOptions,
      '--require',
      typescriptLoader,
      fromRoot('packages/bench/src', entry),
      ...args,
    ],
    { env: { ...process.env, ...env } },
  );
}

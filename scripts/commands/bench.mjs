import { fromRoot, typescriptLoader } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres/startPostgres.mjs';
import { runNode } from '../lib/process/run.mjs';
import { formatDuration, say } from '../lib/say.mjs';

/** What can be measured, by the name it is asked for, and about how many minutes it takes on two quiet cores. */
const kinds = {
  decisions: { measure: measureDecisions, minutes: 4 },
  requests: { measure: measureRequests, minutes: 13 },
  stops: { measure: measureStops, minutes: 3 },
  gateway: { measure: measureGateway, minutes: 4 },
  replay: { measure: measureReplay, minutes: 12 },
  cli: { measure: measureCli, minutes: 1 },
};

/**
 * Runs the benchmarks: all of them, or the kind that is named first. Options without a kind are for requests. What was
 * found out is then put into the pages about it.
 */
export async function run(args) {
  const [kind, ...rest] = args;
  const code = await measure(kind, { args, rest });
  // whatever failed, what another kind has found out is there
  return (await runNode([fromRoot('scripts/docs/listResults.mjs')])) || code;
}

function measure(kind, { args, rest }) {
  if (Object.hasOwn(kinds, kind ?? '')) {
    return kinds[kind].measure(rest);
  }
  return args.length > 0 ? measureRequests(args) : measureAll();
}

/** One kind after the other, whatever became of the one before. */
async function measureAll() {
  const begun = Date.now();
  const names = Object.keys(kinds);
  const failed = [];
  for (const [index, name] of names.entries()) {
    say(
      `${index + 1} of ${names.length}: ${name}, about ${
        kinds[name].minutes
      } minutes`,
    );
    if (await kinds[name].measure([])) {
      failed.push(name);
    }
  }
  say(
    `All of it took ${formatDuration(Date.now() - begun)}${
      failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''
    }`,
  );
  return failed.length > 0 ? 1 : 0;
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

/** A draft, replayed over a long record, beside live decisions and without. */
function measureReplay(args) {
  return withPostgres('replays/index.ts', args);
}

/** The command line tool, each time in a process of its own. */
function measureCli(args) {
  return runBench('cli/index.ts', args);
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backstageCli, fromRoot } from '../paths.mjs';
import { buildApp } from '../portal/buildApp.mjs';
import { startPostgres } from '../postgres/startPostgres.mjs';
import { runNode } from '../process/run.mjs';
import { filesBelow } from '../stamp.mjs';
import { ensureChromium } from './chromium.mjs';
import { noTests, readCounts, sumCounts } from './counts.mjs';

const bin = name => fromRoot('node_modules', name);

/** Runs programs one after the other until one fails. */
async function inTurn(...calls) {
  for (const call of calls) {
    const code = await call();
    if (code !== 0) {
      return { code };
    }
  }
  return { code: 0 };
}

/** Runs a test tool that writes a report, and reads how many tests passed. */
async function withReport(format, start) {
  const folder = mkdtempSync(join(tmpdir(), 'agentgov-report-'));
  const file = join(folder, 'report');
  try {
    const code = await start(file);
    return { code, counts: readCounts(format, file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same database server for all stages that ask, started by the first. */
function sharedPostgres() {
  let starting;
  return {
    get: () => (starting ??= startPostgres()),
    stop: async () => (await starting?.catch(() => undefined))?.stop(),
  };
}

const types = () =>
  inTurn(() => runNode([bin('typescript/bin/tsc'), '--noEmit']));

const lint = () =>
  inTurn(
    () => runNode([backstageCli, 'repo', 'lint']),
    () =>
      runNode([
        bin('eslint/bin/eslint.js'),
        '--max-warnings=0',
        '--ext=.js,.cjs,.mjs',
        'scripts',
      ]),
    () => runNode([bin('prettier/bin-prettier.js'), '--check', '.']),
  );

const scripts = () =>
  withReport('tap', file =>
    runNode([
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${file}`,
      ...filesBelow(fromRoot('scripts')).filter(f => f.endsWith('.test.mjs')),
    ]),
  );

/** Policies that this repository shows; each set is complete, and every outcome of its rules is tried. */
const policySets = [
  'examples/acme',
  'plugins/permission-backend-module-agent-governance/src/examples',
];

const policies = async () => {
  const done = { code: 0, counts: noTests };
  for (const set of policySets) {
    const { code, counts } = await withReport('agentgov', file =>
      runNode([
        fromRoot('packages/cli/bin/agentgov'),
        ...['policy', 'test', set, '--min-coverage', '100'],
        ...['--reporter', 'json', '--output', file],
      ]),
    );
    done.code ||= code;
    done.counts = sumCounts([done.counts, counts]);
  }
  return done;
};

const jest = (postgres, paths) =>
  withReport('jest', async file => {
    const { connectionString } = await postgres.get();
    return runNode(
      [
        backstageCli,
        'repo',
        'test',
        '--watchAll=false',
        '--maxWorkers=2',
        // On a busy computer a test may be slow without being wrong.
        '--testTimeout=30000',
        '--json',
        `--outputFile=${file}`,
        ...paths,
      ],
      {
        env: {
          ...process.env,
          // Otherwise CI makes the test databases look for docker.
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            connectionString,
        },
      },
    );
  });

const build = async () => {
  await buildApp();
  return { code: 0 };
};

const stories = (postgres, { database, args = [] }) =>
  withReport('playwright', async file => {
    const { connectionString } = await postgres.get();
    const chromium = await ensureChromium();
    return runNode([bin('@playwright/test/cli.js'), 'test', ...args], {
      cwd: fromRoot('packages/e2e'),
      env: {
        ...process.env,
        ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
        E2E_DATABASE: database,
        E2E_POSTGRES_CONNECTION_STRING: connectionString,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      },
    });
  });

/**
 * Everything that has to hold before a change is good, quickest answer first.
 *
 * @returns the stages, and `close`, to be called on every way out
 */
export function createStages({ paths }) {
  const postgres = sharedPostgres();
  return {
    stages: [
      { name: 'types', run: types },
      { name: 'lint', run: lint },
      { name: 'scripts', run: scripts },
      { name: 'policies', run: policies },
      { name: 'jest', run: () => jest(postgres, paths) },
      { name: 'build', run: build },
      {
        name: 'stories',
        run: () => stories(postgres, { database: 'sqlite' }),
      },
      {
        name: 'stories-pg',
        // Only those whose outcome could depend on the database.
        run: () =>
          stories(postgres, { database: 'pg', args: ['--grep', '@postgres'] }),
      },
    ],
    close: () => postgres.stop(),
  };
}

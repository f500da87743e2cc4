import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf } from '../databases';
import { describeMachine } from '../report/describeMachine';
import { writeResults } from '../report/writeResults';
import { percentile } from '../statistics/percentile';
import { parseReplayOptions, ReplayOptions } from './options';
import { ReplayedDatabase, ReplayReport, renderReport } from './renderReport';
import { ReplayedPortal } from './ReplayedPortal';

/** Measures how long a replay takes, what it needs, and what live decisions notice of it. */
async function main(): Promise<void> {
  const options = parseReplayOptions(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const machine = describeMachine();
  const databases: ReplayedDatabase[] = [];
  for (const name of options.databases) {
    databases.push(await measure(name, { ...options, scratch }));
  }
  const report: ReplayReport = {
    at: new Date().toISOString(),
    machine,
    rounds: options.rounds,
    policies: options.policies,
    callers: options.callers,
    databases,
  };
  const text = renderReport(report);
  process.stdout.write(`\n${text}\n`);
  if (options.write) {
    say(`Written to ${writeResults(report, text, 'replay')}`);
  }
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(
  name: string,
  options: ReplayOptions & { scratch: string },
): Promise<ReplayedDatabase> {
  const { title } = databaseOf(name, options);
  say(`${title}: starting a portal with ${options.policies} policies`);
  const portal = await ReplayedPortal.start(name, {
    ...options,
    logFile: join(options.scratch, `${name}.log`),
  });
  try {
    say(`${title}: recording ${options.decisions} decisions`);
    const record = await portal.fill(options.decisions);
    const rounds: ReplayedDatabase['rounds'] = [];
    for (let round = 0; round < options.rounds; round++) {
      const alone = await portal.replay();
      const without = await live(portal, options);
      const beside = await liveDuringReplay(portal, options);
      rounds.push({
        replayMs: alone.ms,
        decisions: alone.replay.report?.replayed ?? 0,
        ...memoryOf(alone.resident),
        without,
        beside: beside.live,
        besideReplayMs: beside.ms,
      });
      await portal.forget();
      say(`${title}, ${JSON.stringify(rounds.at(-1))}`);
    }
    return { name, title, record, rounds };
  } finally {
    await portal.stop();
  }
}

async function live(
  portal: ReplayedPortal,
  { callers, liveMs }: ReplayOptions,
) {
  const end = performance.now() + liveMs;
  return figuresOf(
    await portal.live({ callers, until: () => performance.now() > end }),
  );
}

async function liveDuringReplay(
  portal: ReplayedPortal,
  { callers }: ReplayOptions,
) {
  let isDone = false;
  const [{ ms }, result] = await Promise.all([
    portal.replay().finally(() => {
      isDone = true;
    }),
    portal.live({ callers, until: () => isDone }),
  ]);
  return { ms, live: figuresOf(result) };
}

function figuresOf(result: { latencies: number[]; errors: string[] }) {
  const { latencies, errors } = result;
  if (errors.length > 0) {
    throw new Error(`${errors.length} calls failed, the first: ${errors[0]}`);
  }
  return {
    decisions: latencies.length,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
  };
}

/** Flat memory: as much in the last quarter as in the second; the first is the compiling of the policies. */
function memoryOf(resident: number[]) {
  const quarter = (nth: number) =>
    Math.max(
      ...resident.slice(
        Math.floor((nth * resident.length) / 4),
        Math.max(1, Math.floor(((nth + 1) * resident.length) / 4)),
      ),
    );
  return {
    peakBytes: Math.max(...resident) - resident[0],
    growthBytes: quarter(3) - quarter(1),
  };
}

function say(message: string): void {
  process.stdout.write(`» ${message}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

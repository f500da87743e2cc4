import { describeMachine } from '../report/describeMachine';
import { writeResults } from '../report/writeResults';
import {
  COMPARED,
  Engine,
  handWritten,
  installPeers,
  PEERS,
  versionOfPeer,
} from './engines';
import { parseDecisionsOptions } from './options';
import { createReport } from './report/createReport';
import { renderReport } from './report/renderReport';
import { measureMemory } from './run/measureMemory';
import { closeAll, prepare } from './run/prepare';
import { runRounds } from './run/runRounds';
import { createScenario, REQUESTS } from './scenario';

/** Measures the decision alone, without facts to gather and anything to commit, beside engines that others made. */
async function main(): Promise<void> {
  const options = parseDecisionsOptions(process.argv.slice(2));
  const machine = describeMachine();
  const bytesPerPolicy = measureMemory();
  const problem = installPeers();
  if (problem) {
    say(problem);
  }
  const engines = [handWritten, ...COMPARED].filter(
    engine =>
      engine === handWritten || (options.only?.includes(engine.id) ?? true),
  );
  const contestants = await prepare(engines, options.sizes, say);
  try {
    const series = await runRounds(contestants, { ...options, say });
    const report = createReport(series, {
      at: new Date(),
      machine,
      rounds: options.rounds,
      sliceMs: options.sliceMs,
      requests: REQUESTS,
      sizes: options.sizes.map(policies => ({
        policies,
        rules: createScenario(policies).policies.reduce(
          (sum, { rules }) => sum + rules.length,
          0,
        ),
      })),
      bytesPerPolicy,
      versionOf,
    });
    const text = renderReport(report);
    process.stdout.write(`\n${text}\n`);
    if (options.write) {
      say(`Written to ${writeResults(report, text, 'decisions')}`);
    }
  } finally {
    await closeAll(contestants);
  }
}

function versionOf(engine: Engine): string | undefined {
  const peer = PEERS.find(each => each.engine === engine);
  return peer && versionOfPeer(peer.from);
}

function say(message: string): void {
  process.stdout.write(`» ${message}\n`);
}

// ended from outside, it ends what it started as well
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

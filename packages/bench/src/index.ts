import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf } from './databases';
import { Bench } from './load/Bench';
import { parseBenchOptions } from './options';
import { createReport } from './report/createReport';
import { describeMachine } from './report/describeMachine';
import { renderReport } from './report/renderReport';
import { writeResults } from './report/writeResults';
import { runMeasures } from './runMeasures';

async function main(): Promise<number> {
  const options = parseBenchOptions(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const machine = describeMachine();
  const runs = [];
  for (const name of options.databases) {
    const { title, database } = databaseOf(name, scratch);
    say(`${title}: starting a portal`);
    const bench = await Bench.start({
      database,
      logFile: join(scratch, `${name}.log`),
      nodeOptions: options.nodeOptions,
    });
    try {
      const series = await runMeasures(bench, {
        ...options,
        wanted: ({ id }) => options.only?.includes(id) ?? true,
        onSlice: message => say(`${name}, ${message}`),
      });
      runs.push({ name, title, series });
    } finally {
      await bench.stop();
    }
  }
  const report = createReport({ runs, options, machine, at: new Date() });
  const text = renderReport(report);
  process.stdout.write(`\n${text}\n`);
  if (options.write) {
    say(`Written to ${writeResults(report, text)}`);
  }
  rmSync(scratch, { recursive: true, force: true });
  if (report.errors > 0) {
    say(`${report.errors} calls failed: these numbers are worth nothing`);
    return 1;
  }
  return 0;
}

function say(message: string): void {
  process.stdout.write(`» ${message}\n`);
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  },
);

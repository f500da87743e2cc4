import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseBenchOptions } from './options';
import { createReport } from './report/createReport';
import { describeMachine } from './report/describeMachine';
import { renderReport } from './report/renderReport';
import { writeResults } from './report/writeResults';
import { runDatabase } from './runDatabase';

async function main(): Promise<number> {
  const options = parseBenchOptions(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const machine = describeMachine();
  const runs = [];
  for (const name of options.databases) {
    const isFirst = name === options.databases[0];
    runs.push(await runDatabase(name, { ...options, scratch, isFirst, say }));
  }
  const report = createReport({ runs, options, machine, at: new Date() });
  const text = renderReport(report);
  process.stdout.write(`\n${text}\n`);
  if (options.write) {
    say(`Written to ${writeResults(report, text, 'requests')}`);
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

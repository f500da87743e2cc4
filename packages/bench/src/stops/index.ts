import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseOf } from '../databases';
import { describeMachine } from '../report/describeMachine';
import { writeResults } from '../report/writeResults';
import { StopRound, measureStop } from './measureStop';
import { parseStopsOptions } from './options';
import { Outside } from './Outside';
import { StopsReport, renderReport } from './renderReport';
import { Replicas } from './Replicas';

/** How long the outside system takes over one request. */
const WORK_MS = 20;

/** Measures how long after somebody pulls a stop the last effect begins, over two backends on one PostgreSQL. */
async function main(): Promise<void> {
  const options = parseStopsOptions(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const machine = describeMachine();
  const outside = await Outside.start({ workMs: WORK_MS });
  say('Starting two backends on one PostgreSQL');
  const replicas = await Replicas.start({
    database: databaseOf('postgres', { scratch }).database,
    outsideUrl: outside.url,
    logFile: index => join(scratch, `backend-${index}.log`),
  });
  try {
    const series: StopsReport['series'] = [];
    for (const callers of options.callers) {
      const rounds: StopRound[] = [];
      for (let round = 0; round < options.rounds; round++) {
        rounds.push(
          await measureStop({
            ...options,
            replicas,
            outside,
            callers,
            through: round % replicas.clients.length,
          }),
        );
        say(`${callers} callers, ${JSON.stringify(rounds.at(-1))}`);
      }
      series.push({ callers, rounds });
    }
    const { entries, findings } = await replicas.asAdmin<{
      entries: number;
      findings: unknown[];
    }>(replicas.clients[0], 'GET', '/v1/ledger/verification');
    const report: StopsReport = {
      at: new Date().toISOString(),
      machine,
      rounds: options.rounds,
      verified: { entries, findings: findings.length },
      series,
    };
    const text = renderReport(report);
    process.stdout.write(`\n${text}\n`);
    if (findings.length > 0) {
      throw new Error(`The ledger does not hold: ${JSON.stringify(findings)}`);
    }
    if (options.write) {
      say(`Written to ${writeResults(report, text, 'stops')}`);
    }
    rmSync(scratch, { recursive: true, force: true });
  } finally {
    await replicas.stop();
    await outside.stop();
  }
}

function say(message: string): void {
  process.stdout.write(`» ${message}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});

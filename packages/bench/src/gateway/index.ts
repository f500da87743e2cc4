import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseOf } from '../databases';
import { describeMachine } from '../report/describeMachine';
import { writeResults } from '../report/writeResults';
import { assertRoadsLead } from './assertRoadsLead';
import { GatewayPortal } from './GatewayPortal';
import { Holds, measureHolds } from './measureHolds';
import { Listing, measureListing } from './measureListing';
import { GatewayOptions, parseGatewayOptions } from './options';
import { assertRecorded } from './assertRecorded';
import { GatewayReport, createReport } from './report/createReport';
import { renderReport } from './report/renderReport';
import { roads } from './roads';
import { runRoads } from './runRoads';

const WARM_UP_MS = 1_000;

/** Measures what the gateway adds to a call, beside the portal’s stock MCP endpoint. */
async function main(): Promise<number> {
  const options = parseGatewayOptions(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const machine = describeMachine();
  const { title, database } = databaseOf(options.database, { scratch });
  say(`${title}: starting a portal with a gateway, and servers behind it`);
  const portal = await GatewayPortal.start({
    ...options,
    database,
    logFile: join(scratch, 'gateway.log'),
    say,
  });
  let report: GatewayReport;
  try {
    const found = await measure(portal, options);
    const at = new Date();
    report = createReport({
      ...options,
      ...found,
      machine,
      at,
      database: title,
      pairsInTurn: options.pairs,
    });
  } finally {
    await portal.stop();
  }
  const text = renderReport(report);
  process.stdout.write(`\n${text}\n`);
  if (options.write) {
    say(`Written to ${writeResults(report, text, 'gateway')}`);
  }
  rmSync(scratch, { recursive: true, force: true });
  if (report.errors > 0) {
    say(`${report.errors} calls failed: these numbers are worth nothing`);
    return 1;
  }
  return 0;
}

async function measure(portal: GatewayPortal, options: GatewayOptions) {
  const { holds, only, tools } = options;
  let calls = 0;
  const next = () => ++calls;
  const isWanted = (id: string) => only?.includes(id) ?? true;
  const wanted = roads.filter(({ id }) => isWanted(id));
  await assertRoadsLead(portal, wanted, next);
  // what is compiled only after a while is compiled
  const warmUp = { rounds: 1, sliceMs: WARM_UP_MS, say: () => {} };
  await runRoads(portal, { ...options, ...warmUp, roads: wanted, next });
  const series = await runRoads(portal, {
    ...options,
    roads: wanted,
    next,
    say,
  });
  let listing: Listing | undefined;
  if (isWanted('listing')) {
    say(`Listing ${tools} tools`);
    listing = await measureListing(portal, { atLeast: tools, sleep });
  }
  let held: Holds | undefined;
  if (isWanted('holds')) {
    say(`Having ${holds} calls held, and waiting for them`);
    held = await measureHolds(portal, { count: holds, next });
  }
  say('Verifying the record');
  const recorded = await assertRecorded(portal, series);
  return { series, listing, holds: held, recorded };
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine } from '../report/describeMachine';
import { writeResults } from '../report/writeResults';
import { parseCliOptions } from './options';
import { CliReport, renderReport } from './renderReport';
import { CommandTime, timeCommand } from './timeCommand';
import { organization, writePolicies } from './writePolicies';

/** Measures how long the command line tool takes, by turns, each time in a process of its own. */
function main(): void {
  const { rounds, policies, write } = parseCliOptions(process.argv.slice(2));
  const scratch = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const machine = describeMachine();
  const folder = join(scratch, 'policies');
  const org = join(scratch, 'organization.json');
  writePolicies(folder, policies);
  writeFileSync(org, JSON.stringify(organization()));
  const number = policies.toLocaleString('en');
  const commands: Array<{
    what: string;
    args: string[];
    times: CommandTime[];
  }> = [
    { what: '`--help`: the start alone', args: ['--help'], times: [] },
    {
      what: `\`policy check\`, ${number} policies`,
      args: ['policy', 'check', '--strict', '--org', org, folder],
      times: [],
    },
    {
      what: `\`policy test\`, ${number} policies and fixtures`,
      args: ['policy', 'test', '--org', org, folder],
      times: [],
    },
    {
      what: '`policy test examples/acme`',
      args: ['policy', 'test', 'examples/acme'],
      times: [],
    },
  ];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const { what, args, times } of commands) {
        const time = timeCommand(args, scratch);
        times.push(time);
        say(`${what}: ${Math.round(time.wallMs)} ms`);
      }
    }
    const report: CliReport = {
      at: new Date().toISOString(),
      machine,
      rounds,
      commands: commands.map(({ what, times }) => ({ what, times })),
    };
    const text = renderReport(report);
    process.stdout.write(`\n${text}\n`);
    if (write) {
      say(`Written to ${writeResults(report, text, 'cli')}`);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function say(message: string): void {
  process.stdout.write(`» ${message}\n`);
}

main();

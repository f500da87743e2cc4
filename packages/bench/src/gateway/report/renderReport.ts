import {
  renderTable,
  short,
  signed,
  times,
  unique,
} from '../../report/markdown';
import { renderMachine } from '../../report/renderMachine';
import { megabytes } from './aims';
import { GatewayReport } from './createReport';

/** The report as Markdown. */
export function renderReport(report: GatewayReport): string {
  const { machine, recorded } = report;
  return [
    `# Through the gateway, measured ${report.at.slice(0, 10)}`,
    '',
    `${report.database}. ${report.rounds} rounds of ${report.sliceMs} ms a slice, over ${report.pairsInTurn} pairs of an agent and a service in turn; load, portal and upstream servers are processes of their own on the same cores. Each figure is the median of its rounds, each ratio and difference the median of the rounds’ own. ${report.errors} errors.`,
    '',
    ...renderMachine(machine),
    '',
    ...renderRoads(report),
    '',
    'CPU is of the portal’s process for one call; hops are requests to its own catalog, permission and auth backends for one call. What the catalog says is remembered for five seconds, so that where one pair’s turn comes less often there is little of that.',
    '',
    ...renderPairs(report),
    '',
    ...renderOthers(report),
    `- The record of it afterwards: ${recorded.calls} governed calls, ${recorded.entries} ledger entries, verified with ${recorded.findings} findings.`,
    '',
    '| Aim | Measured | |',
    '| --- | ---: | --- |',
    ...report.aims.map(
      ({ text, measured, isMet }) =>
        `| ${text} | ${measured} | ${isMet ? 'met' : '**missed**'} |`,
    ),
    '',
    '## What each number includes',
    '',
    ...unique(
      report.rows.map(({ title, includes }) => `- **${title}**: ${includes}.`),
    ),
    '- **Listing**: one MCP `tools/list` of one agent, answered whole, among them every tool of an upstream server with that many; warm: what this agent is offered was found out less than five seconds before. Cold: more than that.',
    '- **Held calls that wait**: the portal’s process with all garbage collected, while so many agents’ calls are held and as many requests wait for people over the gateway, less the same before the first was held. Done once before without being measured.',
    '',
  ].join('\n');
}

function renderRoads({ rows }: GatewayReport): string[] {
  const concurrencies = unique(rows.map(row => row.concurrency));
  return renderTable([
    [
      '',
      ...concurrencies.flatMap(c => [
        `${c}: p50 / p99 ms`,
        'per s',
        'CPU ms',
        'hops',
      ]),
    ],
    ...unique(rows.map(row => row.road)).map(road => {
      const own = rows.filter(row => row.road === road);
      return [
        own[0].title,
        ...own.flatMap(({ figures, cpuMs, hops }) => [
          `${short(figures.p50)} / ${short(figures.p99)}`,
          figures.perSecond.toFixed(0),
          short(cpuMs),
          hops.toFixed(1),
        ]),
      ];
    }),
  ]);
}

function renderPairs({ rows, pairs }: GatewayReport): string[] {
  const titleOf = (id: string) => rows.find(({ road }) => road === id)!.title;
  return renderTable([
    [
      'What the gateway adds',
      'Callers at a time',
      'p50, ms',
      'p99, ms',
      'p50',
      'throughput',
    ],
    ...pairs.map(({ beside, concurrency, added, ratio }) => [
      `beside: ${titleOf(beside)}`,
      String(concurrency),
      signed(added.p50),
      signed(added.p99),
      times(ratio.p50),
      times(ratio.throughput),
    ]),
  ]);
}

function renderOthers({ listing, holds }: GatewayReport): string[] {
  return [
    ...(listing
      ? [
          `- ${listing.tools} tools listed in ${short(
            listing.warm.p50,
          )} / ${short(listing.warm.p99)} ms (p50 / p99) warm, ${short(
            listing.cold.p50,
          )} ms cold.`,
        ]
      : []),
    ...(holds
      ? [
          `- ${holds.count} held calls that wait: ${megabytes(
            holds.grown.heap,
          )} MB of objects and buffers, ${megabytes(
            holds.grown.resident,
          )} MB of the process.`,
        ]
      : []),
  ];
}

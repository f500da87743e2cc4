import { Machine } from '../report/describeMachine';
import { short } from '../report/markdown';
import { median } from '../statistics/percentile';
import { CommandTime } from './timeCommand';

/** Everything one run found out. */
export interface CliReport {
  at: string;
  machine: Machine;
  rounds: number;
  commands: Array<{ what: string; times: CommandTime[] }>;
}

/** The report as Markdown. */
export function renderReport({
  at,
  machine,
  rounds,
  commands,
}: CliReport): string {
  return [
    `# The command line, measured ${at.slice(0, 10)}`,
    '',
    `${machine.processors} shared virtual cores, ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}. ${rounds} rounds, each command in a process of its own, start and end included, from the source.`,
    '',
    `Before it began: a load of ${machine.loadBefore.toFixed(1)}.`,
    '',
    '| Command | Median ms | Most ms | Processors busy, median ms |',
    '| --- | ---: | ---: | ---: |',
    ...commands.map(({ what, times }) => {
      const wall = times.map(({ wallMs }) => wallMs);
      return `| ${[
        what,
        short(median(wall)),
        short(Math.max(...wall)),
        short(median(times.map(({ cpuMs }) => cpuMs))),
      ].join(' | ')} |`;
    }),
    '',
    '- **Policies**: ten to a file, four rules each, no expression twice; `check` reads, compiles and judges authority by an exported organization. `test` does so too, and decides one fixture for each with all of them.',
    '- **Median** is of the time on the clock, so it grows with whatever else the computer does; what the processors were busy with grows less.',
    '',
  ].join('\n');
}

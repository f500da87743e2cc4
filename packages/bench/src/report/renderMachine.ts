import { Machine } from './describeMachine';
import { short } from './markdown';

/** What it was measured on, and how to take the numbers. */
export function renderMachine(machine: Machine): string[] {
  return [
    `${machine.processors} shared virtual cores, ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}.`,
    '',
    `Before it began: a load of ${machine.loadBefore.toFixed(
      1,
    )}; 4 KiB appended and on the disk in ${short(machine.sync.p50)} / ${short(
      machine.sync.p99,
    )} ms (p50 / p99).`,
    '',
    'Use the ratios: absolute numbers of a shared machine vary by a factor of two.',
  ];
}

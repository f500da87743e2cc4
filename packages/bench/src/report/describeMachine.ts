import { availableParallelism, totalmem } from 'node:os';

/** What a number was measured on, in words that name nobody's computer. */
export interface Machine {
  processors: number;
  memoryGiB: number;
  platform: string;
  node: string;
}

export function describeMachine(): Machine {
  return {
    processors: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform}-${process.arch}`,
    node: process.version,
  };
}

import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { percentile } from '../statistics/percentile';

const SYNCS = 200;

/** What a number was measured on, in words that name nobody's computer. */
export interface Machine {
  processors: number;
  memoryGiB: number;
  platform: string;
  node: string;
  /** Processes that wanted a processor in the minute before; ours are not among them. */
  loadBefore: number;
  /** Milliseconds to append 4 KiB and have them on the disk: what every commit waits for at least. */
  sync: { p50: number; p99: number };
}

export function describeMachine(): Machine {
  return {
    processors: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform}-${process.arch}`,
    node: process.version,
    loadBefore: loadavg()[0],
    sync: measureSync(),
  };
}

function measureSync(): Machine['sync'] {
  const folder = mkdtempSync(join(tmpdir(), 'agentgov-bench-'));
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(4096, 1);
  const times = Array.from({ length: SYNCS }, () => {
    const before = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - before;
  });
  closeSync(file);
  rmSync(folder, { recursive: true });
  return { p50: percentile(times, 50), p99: percentile(times, 99) };
}

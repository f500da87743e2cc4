import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** One run of a command, in a process of its own. */
export interface CommandTime {
  /** From its start to its end. */
  wallMs: number;
  /** What the processors were busy with it. */
  cpuMs: number;
}

const ROOT = resolve(resolvePackagePath('bench'), '../..');

/**
 * Runs the command line tool once, as from a clone.
 *
 * @throws Error when it does not end well: what failed took no time that means anything
 */
export function timeCommand(args: string[], scratch: string): CommandTime {
  const hook = join(scratch, 'cpu.cjs');
  const file = join(scratch, 'cpu.json');
  writeFileSync(
    hook,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(
      file,
    )}, JSON.stringify(process.cpuUsage())));`,
  );
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', hook, join(ROOT, 'packages/cli/bin/agentgov'), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const wallMs = performance.now() - before;
  if (status !== 0) {
    const said = `${stdout}${stderr}`.slice(-2_000);
    throw new Error(`agentgov ${args.join(' ')} ended with ${status}: ${said}`);
  }
  const { user, system } = JSON.parse(readFileSync(file, 'utf8'));
  return { wallMs, cpuMs: (user + system) / 1000 };
}

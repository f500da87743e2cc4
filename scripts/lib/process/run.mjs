import { spawn } from 'node:child_process';
import { rootDir } from '../paths.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs a program to its end, showing its output, and returns its exit code.
 * With `quiet` the output is shown only when the program fails.
 *
 * A signal to this process is passed on, and waited for: the child decides how
 * to stop, so nothing is left behind half stopped.
 */
export function run(program, args, options = {}) {
  const { cwd = rootDir, env = process.env, quiet = false } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm and its like are batch files on Windows, which only a shell runs.
      shell: process.platform === 'win32' && program === 'npm',
    });
    const output = [];
    child.stdout?.on('data', chunk => output.push(chunk));
    child.stderr?.on('data', chunk => output.push(chunk));
    const passOn = signal => child.kill(signal);
    signals.forEach(signal => process.on(signal, passOn));
    const done = () => signals.forEach(signal => process.off(signal, passOn));
    child.once('error', error => {
      done();
      reject(error);
    });
    // Not "exit": output may still be on its way then.
    child.once('close', (code, signal) => {
      done();
      if (code !== 0) {
        output.forEach(chunk => process.stderr.write(chunk));
      }
      resolve(code ?? 128 + (signalNumbers[signal] ?? 0));
    });
  });
}

/** Runs a script with the Node we are running on. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

import { spawn } from 'node:child_process';
import { rootDir } from '../paths.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/**
 * Runs a program to its end, showing its output, and returns its exit code.
 *
 * A signal to this process is passed on, and waited for: the child decides how
 * to stop, so nothing is left behind half stopped.
 */
export function run(program, args, options = {}) {
  const { cwd = rootDir, env = process.env } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: 'inherit',
      // npm and its like are batch files on Windows, which only a shell runs.
      shell: process.platform === 'win32' && program === 'npm',
    });
    const passOn = signal => child.kill(signal);
    signals.forEach(signal => process.on(signal, passOn));
    const done = () => signals.forEach(signal => process.off(signal, passOn));
    child.once('error', error => {
      done();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      done();
      resolve(code ?? 128 + (signalNumbers[signal] ?? 0));
    });
  });
}

/** Runs a script with the Node we are running on. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

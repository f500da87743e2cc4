import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** How long a service may take to stop by itself before it is killed. */
const stopGraceMs = 20_000;

/**
 * One long-running child process: started, watched, stopped.
 *
 * Output goes to a log file, or line by line to the terminal with the name of
 * the service in front. `onCrash` is told when it ends without being asked to.
 */
export class Service {
  #definition;
  #onCrash;
  #child;
  #ended = Promise.resolve();
  #expected = false;

  constructor(definition, onCrash) {
    this.#definition = definition;
    this.#onCrash = onCrash;
  }

  get name() {
    return this.#definition.name;
  }

  get pid() {
    return this.#child?.pid;
  }

  start() {
    const { program, args, cwd, env } = this.#definition;
    this.#expected = false;
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C reaches us alone, and we stop it in order.
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    this.#forwardOutput(child);
    this.#ended = new Promise(resolve => {
      const end = reason => {
        this.#child = undefined;
        resolve();
        if (!this.#expected) {
          this.#onCrash(this, reason);
        }
      };
      child.once('error', error => end(error.message));
      child.once('exit', (code, signal) =>
        end(signal ? `signal ${signal}` : `exit code ${code}`),
      );
    });
  }

  /** Asks the service to stop, and insists after a while. */
  async stop() {
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), stopGraceMs);
    await this.#ended;
    clearTimeout(timer);
  }

  /** Ends the service at once, as a power cut would. */
  async kill() {
    this.#signal('SIGKILL');
    await this.#ended;
  }

  #signal(signal) {
    this.#expected = true;
    this.#child?.kill(signal);
  }

  #forwardOutput(child) {
    const { name, logFile } = this.#definition;
    if (logFile) {
      mkdirSync(dirname(logFile), { recursive: true });
      // Appended to, so that the log of a crash survives the restart after it.
      const log = createWriteStream(logFile, { flags: 'a' });
      child.stdout.pipe(log, { end: false });
      child.stderr.pipe(log, { end: false });
      child.once('close', () => log.end());
      return;
    }
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      createInterface({ input: from }).on('line', line =>
        to.write(`${name.padEnd(11)} │ ${line}\n`),
      );
    }
  }
}

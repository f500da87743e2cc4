import { ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../../../load/findFreePort';
import { NotMeasured } from '../Engine';

/** What has not started by then is not waited for. */
const START_WITHIN_MS = 60_000;

/** A Cerbos of our own on the loopback interface, with policies from a folder. */
export class CerbosServer {
  /** @throws NotMeasured when it cannot be run here, or does not become ready in time */
  static async start(
    binary: string,
    policies: ReadonlyMap<string, object>,
  ): Promise<CerbosServer> {
    const folder = mkdtempSync(join(tmpdir(), 'agentgov-cerbos-'));
    const files = join(folder, 'policies');
    mkdirSync(files);
    policies.forEach((policy, name) =>
      writeFileSync(join(files, name), JSON.stringify(policy)),
    );
    const httpPort = await findFreePort();
    const grpcPort = await findFreePort();
    const child = spawn(
      binary,
      [
        'server',
        '--log-level=error',
        ...Object.entries({
          'storage.driver': 'disk',
          'storage.disk.directory': files,
          'storage.disk.watchForChanges': false,
          'server.httpListenAddr': `127.0.0.1:${httpPort}`,
          'server.grpcListenAddr': `127.0.0.1:${grpcPort}`,
          'telemetry.disabled': true,
        }).map(([name, value]) => `--set=${name}=${value}`),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const server = new CerbosServer(child, folder, `127.0.0.1:${grpcPort}`);
    await server.#ready(`http://127.0.0.1:${httpPort}/_cerbos/health`);
    return server;
  }

  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #ended: Promise<string>;
  #output = '';

  private constructor(
    child: ChildProcess,
    folder: string,
    readonly address: string,
  ) {
    this.#child = child;
    this.#folder = folder;
    const keep = (chunk: Buffer) => {
      this.#output = (this.#output + chunk).slice(-2_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.#ended = new Promise(resolve => {
      child.once('error', error => resolve(error.message));
      child.once('close', code => resolve(`it ended with ${code}`));
    });
    process.once('exit', () => child.kill('SIGKILL'));
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await this.#ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ready(health: string): Promise<void> {
    const deadline = Date.now() + START_WITHIN_MS;
    let ended: string | undefined;
    this.#ended.then(why => {
      ended = why;
    });
    while (ended === undefined && Date.now() < deadline) {
      if (await answers(health)) {
        return;
      }
      await sleep(100);
    }
    if (ended === undefined) {
      await this.stop();
      throw new NotMeasured(
        `Cerbos was not ready within ${START_WITHIN_MS / 1_000} s`,
      );
    }
    rmSync(this.#folder, { recursive: true, force: true });
    throw new NotMeasured(
      `Cerbos did not start: ${this.#output.split('\n')[0] || ended}`,
    );
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

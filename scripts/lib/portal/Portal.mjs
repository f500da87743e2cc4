import { readFileSync } from 'node:fs';
import { Service } from '../process/Service.mjs';
import { waitUntilReady } from '../process/waitUntilReady.mjs';
import { defineService } from './services.mjs';

/** A cold start on a slow, shared computer is still well within this. */
const readyTimeoutMs = 180_000;

/** The end of a log, for whoever cannot open the file. */
function tailOf(logFile) {
  if (!logFile) {
    return '';
  }
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-30);
  return `\nThe end of ${logFile}:\n${lines.join('\n')}`;
}

/**
 * A running portal: the system it acts on, the backend that also serves the
 * pages, and the demo agents, each a process of its own.
 *
 * `onCrash(name, reason)` is told about a service that ends by itself; what to
 * do about it is the caller's decision.
 */
export class Portal {
  #options;
  #onCrash;
  #running = new Map();
  #stopping = new AbortController();

  constructor(options, onCrash) {
    this.#options = options;
    this.#onCrash = onCrash;
  }

  get url() {
    return `http://localhost:${this.#options.port}`;
  }

  /** Starts services one after the other, each ready before the next. */
  async start(names) {
    for (const name of names) {
      this.#stopping.signal.throwIfAborted();
      await this.#startOne(name);
    }
  }

  /** Stops everything for good, last started first. */
  async stop() {
    this.#stopping.abort(new Error('The portal was asked to stop'));
    for (const service of [...this.#running.values()].reverse()) {
      await service.stop();
    }
    this.#running.clear();
  }

  /** Ends one service as a power cut would; `start` brings it back. */
  async kill(name) {
    await this.#running.get(name)?.kill();
    this.#running.delete(name);
  }

  async #startOne(name) {
    const definition = defineService(name, this.#options);
    const ended = new AbortController();
    const service = new Service(definition, (_, reason) => {
      this.#running.delete(name);
      const message = `${name} ended by itself (${reason})${tailOf(
        definition.logFile,
      )}`;
      ended.abort(new Error(message));
      this.#onCrash(name, message);
    });
    this.#running.set(name, service);
    service.start();
    if (!definition.readyUrl) {
      return;
    }
    await waitUntilReady(definition.readyUrl, {
      timeoutMs: readyTimeoutMs,
      signal: AbortSignal.any([ended.signal, this.#stopping.signal]),
    });
  }
}

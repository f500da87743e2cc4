import { Server, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** An effect that began: when its request had arrived, on the clock of this process. */
export interface Arrival {
  key: string;
  at: number;
}

/** The system that agents act on, in the process that measures: it sees every effect begin. */
export class Outside {
  readonly url: string;
  readonly arrivals: Arrival[] = [];
  readonly #server: Server;

  /** @param options - `workMs`: how long it takes over one request */
  static async start(options: { workMs: number }): Promise<Outside> {
    const arrivals: Arrival[] = [];
    const server = createServer(async (request, response) => {
      arrivals.push({
        key: String(request.headers['idempotency-key']),
        at: performance.now(),
      });
      request.resume();
      await sleep(options.workMs);
      response.end('{}');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new Outside(server, arrivals);
  }

  private constructor(server: Server, arrivals: Arrival[]) {
    this.#server = server;
    this.arrivals = arrivals;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  /** Effects that began from one moment to another. */
  between(from: number, to = Infinity): Arrival[] {
    return this.arrivals.filter(({ at }) => at > from && at <= to);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

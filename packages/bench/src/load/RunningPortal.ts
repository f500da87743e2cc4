import { CallOptions } from '../portal/protocol';
import { PortalProcess } from '../portal/PortalProcess';
import { findFreePort } from './findFreePort';
import { HttpClient } from './HttpClient';

const MAX_CONNECTIONS = 64;

/** A portal in a process of its own, and the way to it. */
export class RunningPortal {
  readonly process: PortalProcess;
  readonly client: HttpClient;
  readonly url: string;

  /** Starts it; with whatever it said in `logFile` where it does not come up. */
  static async start(options: {
    logFile: string;
    nodeOptions?: string[];
    portal: Omit<CallOptions<'start'>, 'port'>;
  }): Promise<RunningPortal> {
    const port = await findFreePort();
    const process = PortalProcess.create(options);
    try {
      await process.call('start', { ...options.portal, port });
    } catch (error) {
      await process.stop();
      throw error;
    }
    return new RunningPortal(process, `http://127.0.0.1:${port}`);
  }

  private constructor(process: PortalProcess, url: string) {
    this.process = process;
    this.url = url;
    this.client = HttpClient.create({ url, connections: MAX_CONNECTIONS });
  }

  async stop(): Promise<void> {
    await this.client.close();
    await this.process.stop();
  }
}

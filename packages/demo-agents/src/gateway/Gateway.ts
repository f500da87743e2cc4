import { Client } from '@modelcontextprotocol/sdk/client/index.js';

/** What a call says about itself beside its arguments. */
export interface CallMeta {
  purpose?: string;
  run?: string;
  contextSnapshot?: string;
}

/** The gateway made no request of a call: it is wrong, and stays so. */
export class GatewayRefusal extends Error {
  readonly name = 'GatewayRefusal';
}

/** The tools an agent reaches over MCP. Connects with the first call, and anew when that did not work. */
export class Gateway {
  readonly #connect: () => Promise<Client>;
  #client?: Promise<Client>;

  static create(connect: () => Promise<Client>): Gateway {
    return new Gateway(connect);
  }

  private constructor(connect: () => Promise<Client>) {
    this.#connect = connect;
  }

  /**
   * Calls a tool, and stays on the line until the gateway says what came of it.
   *
   * @returns the id of the action request that came of the call, refused or not
   * @throws GatewayRefusal when none did
   */
  async call(
    name: string,
    args: Record<string, unknown>,
    meta: CallMeta,
  ): Promise<string> {
    const client = await this.#connected();
    const { content, _meta } = await client.callTool({
      name,
      arguments: args,
      _meta: {
        'agent-governance.io/purpose': meta.purpose,
        'agent-governance.io/run': meta.run,
        'agent-governance.io/context-snapshot': meta.contextSnapshot,
      },
    });
    const request = _meta?.['agent-governance.io/request'];
    if (typeof request !== 'string') {
      throw new GatewayRefusal(`${name}: ${JSON.stringify(content)}`);
    }
    return request;
  }

  #connected(): Promise<Client> {
    this.#client ??= this.#connect().catch(error => {
      this.#client = undefined;
      throw error;
    });
    return this.#client;
  }
}

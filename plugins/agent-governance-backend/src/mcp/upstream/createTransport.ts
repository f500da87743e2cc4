import { LoggerService } from '@backstage/backend-plugin-api';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { McpServerConfig } from '../../GovernanceConfig';
import { toPlainText } from '../toPlainText';
import { boundedFetch } from './boundedFetch';

/** Messages of others that a process may have sent while one large answer is on its way. */
const BUFFER_BYTES = 1024 * 1024;
const LOG_LENGTH = 1_000;

/**
 * A way to a server: streamable HTTP, or the standard input and output of a process of its own. A process gets the
 * configured environment and nothing of the portal's; what it writes to its standard error goes to the portal's log at
 * the lowest level, as text of somebody else.
 */
export function createTransport(
  server: McpServerConfig,
  options: { logger: LoggerService },
): Transport {
  const { connection, maxResultBytes } = server;
  if (connection.type === 'http') {
    return new StreamableHTTPClientTransport(connection.url, {
      requestInit: { headers: connection.headers },
      fetch: boundedFetch({ maxBytes: maxResultBytes }),
    });
  }
  const transport = new StdioClientTransport({
    command: connection.command,
    args: connection.args,
    env: connection.env,
    stderr: 'pipe',
    maxBufferSize: 2 * maxResultBytes + BUFFER_BYTES,
  });
  transport.stderr?.on('data', (chunk: Buffer) => {
    const said = toPlainText(chunk.toString('utf8').trim(), {
      max: LOG_LENGTH,
    });
    options.logger.debug(`MCP server ${server.id} says: ${said}`);
  });
  return transport;
}

import { createServer, RequestListener } from 'node:http';
import { AddressInfo } from 'node:net';

const servers: Array<() => void> = [];

/** A real server on this machine; `closeHttpServers` ends it, and whatever it is still at. */
export async function startHttpServer(
  listener: RequestListener,
): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  servers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Ends all servers. */
export function closeHttpServers(): void {
  servers.splice(0).forEach(close => close());
}

import { createServer, RequestListener, Server } from 'node:http';
import { LifecycleService, LoggerService } from '@backstage/backend-plugin-api';

/**
 * Opens the listener of the authorization server, until the backend stops.
 *
 * @remarks
 *
 * It speaks plain HTTP; TLS is for the proxy in front of it, as for the portal. Requests are small, so a client gets ten
 * seconds for one.
 *
 * @throws Error naming the configuration when the address cannot be had
 */
export async function listenForAgents(options: {
  app: RequestListener;
  listen: { host: string; port: number };
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<void> {
  const { app, listen, lifecycle, logger } = options;
  const server = createServer(
    { headersTimeout: 10_000, requestTimeout: 10_000, maxHeaderSize: 16_384 },
    app,
  );
  server.maxConnections = 1_000;
  await open(server, listen);
  lifecycle.addShutdownHook(() => close(server));
  logger.info(
    `The authorization server for agents listens on ${listen.host}:${listen.port}`,
  );
}

function open(server: Server, { host, port }: { host: string; port: number }) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', error =>
      reject(
        new Error(
          `agentGovernance.oauth.listen: could not listen on ${host}:${port}, ${error.message}`,
        ),
      ),
    );
    server.listen(port, host || undefined, resolve);
  });
}

function close(server: Server) {
  return new Promise<void>(resolve => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

import { createServer } from 'node:net';

/** A port nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, resolve);
  });
  const { port } = server.address() as { port: number };
  await new Promise<void>(resolve => {
    server.close(() => resolve());
  });
  return port;
}

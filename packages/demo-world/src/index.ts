import { createDemoWorld } from './createDemoWorld';
import { readOptions } from './readOptions';

/* eslint-disable no-console -- a program of its own: what it prints is its log */

async function main() {
  const { port, ...options } = readOptions(process.env);
  const log = (message: string) => console.log(`demo-world: ${message}`);
  const world = await createDemoWorld({ ...options, log });
  const server = world.app.listen(port, 'localhost', () => {
    log(`ready at http://localhost:${port}`);
  });
  server.on('error', error => {
    log(`could not listen on port ${port} (DEMO_WORLD_PORT): ${error.message}`);
    process.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
      world.close().finally(() => process.exit(0));
    });
  }
}

main().catch(error => {
  console.error(`demo-world: ${error.message}`);
  process.exit(1);
});

import { connectFleet } from './fleet/Fleet';
import { runFleet } from './fleet/runFleet';
import { readConnectOptions, readPace } from './readOptions';

/* eslint-disable no-console -- a program of its own: what it prints is its log */

async function main() {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped.abort();
      // A request may still be waited for; nothing is lost by not hearing its end.
      process.exit(0);
    });
  }
  await runFleet({
    fleet: await connectFleet(readConnectOptions(process.env)),
    ...readPace(process.env),
    signal: stopped.signal,
    log: message => console.log(`demo-agents: ${message}`),
  });
}

main().catch(error => {
  console.error(`demo-agents: ${error.message}`);
  process.exit(1);
});

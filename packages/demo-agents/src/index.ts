import { connectFleet } from './fleet/Fleet';
import { runFleet } from './fleet/runFleet';
import { readConnectOptions, readPace } from './readOptions';

/* eslint-disable no-console -- a program of its own: what it prints is its log */

async function main() {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stopped.abort());
  }
  const log = (message: string) => console.log(`demo-agents: ${message}`);
  try {
    await runFleet({
      fleet: await connectFleet(readConnectOptions(process.env)),
      ...readPace(process.env),
      signal: stopped.signal,
      log,
    });
  } catch (error) {
    if (!stopped.signal.aborted) {
      throw error;
    }
  }
}

main().catch(error => {
  console.error(`demo-agents: ${error.message}`);
  process.exit(1);
});

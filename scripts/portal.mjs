/**
 * Runs one portal for another program, most often a browser test.
 *
 * Started with `fork`: options arrive as the first argument in JSON, commands
 * as messages `{ id, command, args }`, and every message is answered with
 * `{ id, ok, error }`. When the program that started it goes away, however that
 * happens, the portal stops.
 */
import { Portal } from './lib/portal/Portal.mjs';

const portal = new Portal(JSON.parse(process.argv[2]), (name, message) =>
  process.send?.({ crashed: name, error: message }),
);

let stopping;
function stopAndLeave() {
  stopping ??= portal.stop().finally(() => process.exit(0));
  return stopping;
}

const commands = {
  start: names => portal.start(names),
  kill: name => portal.kill(name),
  stop: () => portal.stop(),
};

process.on('message', async ({ id, command, args }) => {
  try {
    await commands[command](...args);
    process.send?.({ id, ok: true });
  } catch (error) {
    process.send?.({ id, ok: false, error: error.message });
  }
});
process.on('disconnect', stopAndLeave);
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(s => process.on(s, stopAndLeave));

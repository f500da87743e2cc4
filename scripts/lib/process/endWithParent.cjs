/**
 * Loaded into every service before its own code: ends the service when the
 * process that started it is gone, however it went. Without it a killed test
 * run would leave portals behind that hold ports and databases.
 */
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  }
}, 1_000).unref();

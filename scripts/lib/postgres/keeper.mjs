/**
 * Owns one PostgreSQL server for the process that forked this one, and takes
 * it down when the channel to that process closes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from '../process/ports.mjs';
import { findServerUser, prepareBinaries } from './binaries.mjs';

const superuser = 'postgres';
const readyTimeoutMs = 60_000;

/** Durable as in production; wide enough for all test workers and portals. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  fsync: 'on',
  synchronous_commit: 'on',
  logging_collector: 'off',
};

const scratch = mkdtempSync(join(tmpdir(), 'agentgov-postgres-'));
const user = findServerUser();
// Messages are compared below, and other languages may not be installed.
const env = { ...process.env, LC_ALL: 'C' };
let server;

function initialise(bin, password) {
  const data = join(scratch, 'data');
  const passwordFile = join(scratch, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) {
    chmodSync(scratch, 0o711);
    [data, passwordFile].forEach(path => chownSync(path, user.uid, user.gid));
  }
  execFileSync(
    join(bin, 'initdb'),
    [
      `--pgdata=${data}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
    ],
    { ...user, env, cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  rmSync(passwordFile);
  return data;
}

function launch(bin, data, port) {
  const flags = Object.entries({ ...settings, port }).flatMap(
    ([key, value]) => ['-c', `${key}=${value}`],
  );
  return new Promise((resolve, reject) => {
    const tail = [];
    server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
      ...user,
      env,
      cwd: scratch,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    setTimeout(
      () => reject(new Error('PostgreSQL was not ready in a minute')),
      readyTimeoutMs,
    ).unref();
    server.once('error', reject);
    server.once('exit', code =>
      reject(
        new Error(`PostgreSQL ended with code ${code}:\n${tail.join('\n')}`),
      ),
    );
    createInterface({ input: server.stderr }).on('line', line => {
      tail.push(line);
      tail.splice(0, tail.length - 20);
      if (line.includes('ready to accept connections')) {
        resolve();
      }
    });
  });
}

function removeScratch() {
  rmSync(scratch, { recursive: true, force: true });
}

function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) {
    removeScratch();
    process.exit();
  }
  // SIGINT is PostgreSQL's fast shutdown: connections are closed, data is kept.
  server.once('exit', () => {
    removeScratch();
    process.exit();
  });
  server.kill('SIGINT');
  setTimeout(() => server.kill('SIGKILL'), 15_000).unref();
}

process.on('disconnect', stop);
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(signal => process.on(signal, stop));

try {
  const password = randomBytes(12).toString('hex');
  const bin = prepareBinaries(scratch);
  const data = initialise(bin, password);
  const port = await findFreePort();
  await launch(bin, data, port);
  process.send({
    connectionString: `postgresql://${superuser}:${password}@127.0.0.1:${port}/postgres`,
  });
} catch (error) {
  process.exitCode = 1;
  process.send?.({ error: error.message });
  stop();
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, test } from 'node:test';
import { fromRoot } from '../paths.mjs';
import { Service } from './Service.mjs';

const folder = mkdtempSync(join(tmpdir(), 'agentgov-service-'));
after(() => rmSync(folder, { recursive: true }));

function define(code) {
  return {
    name: 'probe',
    program: process.execPath,
    args: ['--eval', code],
    logFile: join(folder, 'probe.log'),
  };
}

const isAlive = pid => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a service that is stopped has not crashed', async () => {
  const service = new Service(define('setInterval(() => {}, 1e6)'), () =>
    assert.fail('reported a crash'),
  );
  service.start();
  const { pid } = service;
  await service.stop();
  assert.equal(isAlive(pid), false);
});

test('a service that ends by itself is reported with the reason', async () => {
  const reason = await new Promise(resolve => {
    const crash = (_, why) => resolve(why);
    new Service(define('console.log("bye"); process.exit(3)'), crash).start();
  });
  assert.equal(reason, 'exit code 3');
  assert.match(readFileSync(join(folder, 'probe.log'), 'utf8'), /bye/);
});

test('a service ends when the process that started it was killed', async () => {
  const endWithParent = fromRoot('scripts/lib/process/endWithParent.cjs');
  const parent = join(folder, 'parent.mjs');
  writeFileSync(
    parent,
    `import { spawn } from 'node:child_process';
     const args = ['--require', ${JSON.stringify(endWithParent)}, '--eval',
       'setInterval(() => {}, 1e6)'];
     process.send(spawn(process.execPath, args, { detached: true }).pid);
     setInterval(() => {}, 1e6);`,
  );
  const owner = fork(parent);
  const [pid] = await once(owner, 'message');
  await sleep(500);
  owner.kill('SIGKILL');
  for (let i = 0; i < 50 && isAlive(pid); i++) {
    await sleep(100);
  }
  assert.equal(isAlive(pid), false);
});

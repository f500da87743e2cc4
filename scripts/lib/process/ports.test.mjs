import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import {
  findFreePort,
  isPortFree,
  portFrom,
  requireFreePorts,
} from './ports.mjs';

async function withServer(host, use) {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  try {
    await use(server.address().port);
  } finally {
    server.close();
    await once(server, 'close');
  }
}

test('a free port is found free', async () => {
  assert.ok(await isPortFree(await findFreePort()));
});

for (const host of ['127.0.0.1', '0.0.0.0', '::1']) {
  test(`a port held on ${host} is not free`, () =>
    withServer(host, async port =>
      assert.equal(await isPortFree(port), false),
    ));
}

test('a taken port is named with the variable that moves it', () =>
  withServer('127.0.0.1', async port => {
    await assert.rejects(
      requireFreePorts([{ port, name: 'portal', variable: 'PORT' }]),
      new RegExp(`Port ${port} for the portal is taken.*PORT=<port>`),
    );
  }));

test('a port comes from its variable, or is the usual one', () => {
  assert.equal(portFrom('PORT', 7007, {}), 7007);
  assert.equal(portFrom('PORT', 7007, { PORT: '8080' }), 8080);
  assert.throws(() => portFrom('PORT', 7007, { PORT: '80a' }), /PORT must be/);
});

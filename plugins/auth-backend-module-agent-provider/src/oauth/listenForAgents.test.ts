import { request as requestHttp } from 'node:http';
import { mockServices } from '@backstage/backend-test-utils';
import { findFreePort } from '../__testUtils__/findFreePort';
import { listenForAgents } from './listenForAgents';

async function listen(port: number) {
  const lifecycle = mockServices.lifecycle.mock();
  await listenForAgents({
    app: (_req, res) => res.end('here'),
    listen: { host: '127.0.0.1', port },
    lifecycle,
    logger: mockServices.logger.mock(),
  });
  const [[stop]] = lifecycle.addShutdownHook.mock.calls;
  return { stop };
}

const ask = (port: number) =>
  new Promise((resolve, reject) => {
    requestHttp({ host: '127.0.0.1', port, agent: false })
      .on('response', res => {
        res.resume();
        resolve(res.statusCode);
      })
      .on('error', reject)
      .end();
  });

describe('listenForAgents', () => {
  it('listens until the backend stops', async () => {
    const port = await findFreePort();
    const { stop } = await listen(port);
    await expect(ask(port)).resolves.toBe(200);
    await stop();
    await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
  });

  it('names the configuration when the port is taken', async () => {
    const port = await findFreePort();
    const { stop } = await listen(port);
    await expect(listen(port)).rejects.toThrow(
      `agentGovernance.oauth.listen: could not listen on 127.0.0.1:${port}`,
    );
    await stop();
  });
});

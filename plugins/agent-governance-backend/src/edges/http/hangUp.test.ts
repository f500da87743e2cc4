import { AddressInfo } from 'node:net';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startRouter } from './__testUtils__/startRouter';
import { actionRequest } from './__testUtils__/answers';

describe('waiting for a change', () => {
  it('stops when the client hangs up', async () => {
    const { app, services } = startRouter();
    const aborted = new Promise<void>(resolve => {
      services.actionRequests.get.mockImplementation(
        (_id: string, { signal }: { signal: AbortSignal }) =>
          new Promise(done => {
            signal.addEventListener('abort', () => {
              resolve();
              done(actionRequest);
            });
          }),
      );
    });
    const server = app.listen(0);
    const { port } = server.address() as AddressInfo;
    const client = new AbortController();
    const answer = fetch(
      `http://localhost:${port}/v1/action-requests/r-1?waitSeconds=60`,
      {
        signal: client.signal,
        headers: {
          Authorization: mockCredentials.user.header('user:default/a'),
        },
      },
    );
    while (services.actionRequests.get.mock.calls.length === 0) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    client.abort();

    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await aborted;
    await new Promise(resolve => server.close(resolve));
  });
});

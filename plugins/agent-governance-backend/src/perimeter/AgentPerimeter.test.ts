import type { Request, Response } from 'express';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AgentPerimeter } from './AgentPerimeter';
import { GovernedDoor } from './GovernedDoor';

/** Fails whoever looks at anything of it but its headers. */
function untouchable(): Request {
  return new Proxy({ headers: {} } as Request, {
    get: (target, key) => {
      if (key === 'headers') {
        return target.headers;
      }
      throw new Error(`The perimeter looked at ${String(key)}`);
    },
  });
}

function setUp(caller: BackstageCredentials) {
  const credentials = jest.fn().mockResolvedValue(caller);
  const untouched = jest.fn();
  const perimeter = AgentPerimeter.create({
    plugin: 'shop',
    routes: { reads: [], doors: [], mapped: [] },
    auth: mockServices.auth(),
    httpAuth: { ...mockServices.httpAuth.mock(), credentials },
    standing: { check: untouched },
    effects: { take: untouched, covers: untouched },
    door: { ask: untouched, isOurs: untouched } as unknown as GovernedDoor,
    logger: mockServices.logger.mock(),
  });
  return { perimeter, credentials, untouched };
}

describe('AgentPerimeter', () => {
  it.each([
    ['a person', mockCredentials.user('user:default/ann')],
    ['a service', mockCredentials.service('external:robot')],
    ['a plugin', mockCredentials.service('plugin:catalog')],
    ['nobody', mockCredentials.none()],
  ])('asks once who %s is, and looks at nothing else', async (_, caller) => {
    const { perimeter, credentials, untouched } = setUp(caller);
    await expect(
      perimeter.handle(untouchable(), {} as Response),
    ).resolves.toBeUndefined();
    expect(credentials).toHaveBeenCalledTimes(1);
    expect(untouched).not.toHaveBeenCalled();
  });

  it('hands on what the platform does not recognise: it has decided', async () => {
    const { perimeter, credentials } = setUp(mockCredentials.none());
    credentials.mockRejectedValue(new Error('no such token'));
    await expect(
      perimeter.handle(untouchable(), {} as Response),
    ).resolves.toBeUndefined();
  });
});

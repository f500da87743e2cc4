import express from 'express';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { LiveClaims } from '@agentgov/backstage-plugin-agent-governance-node';
import request from 'supertest';
import { answerLiveClaims } from './answerLiveClaims';

const effect = {
  agentRef: 'agent:default/bot',
  plugin: 'shop',
  route: 'POST shop /x',
  bodyDigest: 'ab',
};

function setUp() {
  const claims: jest.Mocked<LiveClaims> = {
    admit: jest.fn(),
    take: jest.fn().mockReturnValue(true),
    covers: jest.fn().mockReturnValue(true),
  };
  const app = express();
  app.use(
    answerLiveClaims({
      claims,
      httpAuth: mockServices.httpAuth({
        pluginId: 'agent-governance',
        defaultCredentials: mockCredentials.none(),
      }),
    }),
  );
  app.use(
    MiddlewareFactory.create({
      logger: mockServices.logger.mock({
        child: () => mockServices.logger.mock(),
      }),
      config: mockServices.rootConfig(),
    }).error(),
  );
  const ask = (question: string, body: object, authorization?: string) => {
    const call = request(app).post(`/internal/v1/live-claims/${question}`);
    return (authorization ? call.set({ authorization }) : call).send(body);
  };
  return { claims, ask };
}

describe('answerLiveClaims', () => {
  it('answers plugins of the portal', async () => {
    const { claims, ask } = setUp();
    const header = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('plugin:shop'),
      targetPluginId: 'agent-governance',
    });
    expect((await ask('take', effect, header)).body).toEqual({ live: true });
    expect(claims.take).toHaveBeenCalledWith(effect);
    const hop = { agentRef: effect.agentRef, caller: 'shop', plugin: 'shop' };
    claims.covers.mockReturnValue(false);
    expect((await ask('covers', hop, header)).body).toEqual({ live: false });
    expect((await ask('take', { ...effect, route: 1 }, header)).status).toBe(
      400,
    );
    expect((await ask('take', { ...effect, more: 1 }, header)).status).toBe(
      400,
    );
  });

  it.each([
    ['nobody', undefined, 401],
    ['a person', mockCredentials.user.header('user:default/ann'), 403],
    ['an agent', mockCredentials.user.header(effect.agentRef), 403],
    [
      'a service outside',
      mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('external:robot'),
        targetPluginId: 'agent-governance',
      }),
      403,
    ],
  ])(
    'invariant 12: tells %s nothing, and uses nothing up',
    async (_, header, status) => {
      const { claims, ask } = setUp();
      expect((await ask('take', effect, header)).status).toBe(status);
      expect(claims.take).not.toHaveBeenCalled();
    },
  );
});

import { Request } from 'express';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { AgentStandingAnswer } from '@agentgov/backstage-plugin-agent-governance-node';
import { identifyCaller } from './identifyCaller';

const logger = mockServices.logger.mock();

function identify(
  credentials: BackstageCredentials,
  answer: Partial<AgentStandingAnswer> = { stands: true },
) {
  const httpAuth = mockServices.httpAuth.mock({
    credentials: jest.fn().mockResolvedValue(credentials),
  });
  const agentStanding = {
    check: jest.fn().mockResolvedValue(answer),
  };
  const caller = identifyCaller({} as Request, {
    httpAuth,
    agentStanding,
    logger,
  });
  return { caller, agentStanding, httpAuth };
}

describe('invariant 12: identifyCaller', () => {
  it('knows an agent by the kind of its subject, in any spelling', async () => {
    const { caller, agentStanding } = identify(
      mockCredentials.user('Agent:Default/Deploy-Bot'),
    );
    await expect(caller).resolves.toMatchObject({
      kind: 'agent',
      ref: 'agent:default/deploy-bot',
    });
    expect(agentStanding.check).toHaveBeenCalledWith(
      'agent:default/deploy-bot',
    );
  });

  it('knows a person, and asks nothing about them', async () => {
    const { caller, agentStanding } = identify(
      mockCredentials.user('user:default/ana'),
    );
    await expect(caller).resolves.toMatchObject({
      kind: 'person',
      ref: 'user:default/ana',
    });
    expect(agentStanding.check).not.toHaveBeenCalled();
  });

  it('never takes a service for an agent, whatever its subject says', async () => {
    const { caller } = identify(
      mockCredentials.service('agent:default/deploy-bot'),
    );
    await expect(caller).resolves.toMatchObject({
      kind: 'service',
      subject: 'agent:default/deploy-bot',
    });
  });

  it('takes an agent for itself when another plugin asks on its behalf', async () => {
    const { caller } = identify(
      mockCredentials.user('agent:default/deploy-bot', {
        actor: { subject: 'plugin:mcp-actions' },
      }),
    );
    await expect(caller).resolves.toMatchObject({ kind: 'agent' });
  });

  it.each(['group:default/payments', 'component:default/x', 'no-ref-at-all'])(
    'takes the user token of %s for nobody',
    async subject => {
      const { caller } = identify({
        $$type: '@backstage/BackstageCredentials',
        principal: { type: 'user', userEntityRef: subject },
      });
      await expect(caller).rejects.toMatchObject({ name: 'NotAllowedError' });
    },
  );

  it.each([
    ['not-active', 'AuthenticationError'],
    ['untrusted', 'AuthenticationError'],
    ['could-not-check', 'ServiceUnavailableError'],
  ] as const)(
    'invariant 2: refuses an agent that is %s',
    async (reason, name) => {
      const { caller } = identify(mockCredentials.user('agent:default/a'), {
        stands: false,
        reason,
        message: `Agent agent:default/a is ${reason}`,
      });
      await expect(caller).rejects.toMatchObject({ name });
      await expect(caller).rejects.not.toMatchObject({
        message: expect.stringContaining(reason),
      });
    },
  );

  it('asks for full tokens of people, agents and services only', async () => {
    const { caller, httpAuth } = identify(mockCredentials.user());
    await caller;
    expect(httpAuth.credentials).toHaveBeenCalledWith(expect.anything(), {
      allow: ['user', 'service'],
      allowLimitedAccess: false,
    });
  });
});

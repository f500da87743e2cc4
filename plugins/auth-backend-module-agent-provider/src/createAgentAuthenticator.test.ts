import { mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Request } from 'express';
import { AgentSignInError } from './AgentSignInError';
import { AssertionVerifier } from './assertion/AssertionVerifier';
import { createAgentAuthenticator } from './createAgentAuthenticator';

const req = {
  method: 'POST',
  headers: {},
  body: { client_assertion: 'the.secret.assertion' },
  is: () => 'application/json',
} as unknown as Request;

function setUp(error: Error) {
  const logger = mockServices.logger.mock();
  const authenticator = createAgentAuthenticator({
    logger,
    audience: 'https://portal.example.com',
    httpAuth: mockServices.httpAuth(),
    verifier: {
      verify: async () => {
        throw error;
      },
    } as unknown as AssertionVerifier,
  });
  const authenticate = () => authenticator.authenticate({ req });
  return { logger, authenticate };
}

describe('createAgentAuthenticator', () => {
  it('keeps the reason for the log, quoted, and never logs the assertion', async () => {
    const { logger, authenticate } = setUp(
      new AgentSignInError('replayed', 'its jti was used before', {
        agentRef: 'agent:default/b\nINFO all is well',
      }),
    );
    await expect(authenticate()).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: 'The agent could not be signed in',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      'Refused to sign in an agent: replayed, "agent:default/b\\nINFO all is well", its jti was used before',
      { reason: 'replayed' },
    );
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('secret');
  });

  it('invariant 2: passes on that something could not be found out', async () => {
    const { authenticate } = setUp(new ServiceUnavailableError('down'));
    await expect(authenticate()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import { AgentOAuthConfig } from './AgentOAuthConfig';
import { DefaultAgentOAuthService } from './DefaultAgentOAuthService';

const rateLimit = { burst: 1, perMinute: 1 };

function setUp(config?: AgentOAuthConfig) {
  const discovery = mockServices.discovery.mock({
    getExternalBaseUrl: async plugin =>
      `https://example.com/portal/api/${plugin}`,
  });
  return DefaultAgentOAuthService.create({ config, discovery });
}

describe('DefaultAgentOAuthService', () => {
  it('names the gateway, its metadata by RFC 9728 §3.1, and the issuer', async () => {
    await expect(setUp({ rateLimit }).getProtectedResource()).resolves.toEqual({
      resource: 'https://example.com/portal/api/agent-governance/mcp',
      metadataUrl:
        'https://example.com/.well-known/oauth-protected-resource/portal/api/agent-governance/mcp',
      issuer: 'https://example.com/portal/api/auth/agent/oauth',
      scopes: ['agent'],
    });
    const listen = { host: '', port: 1 };
    await expect(
      setUp({
        rateLimit,
        own: { issuer: 'https://agents.example.com', listen },
      }).getProtectedResource(),
    ).resolves.toMatchObject({ issuer: 'https://agents.example.com' });
  });

  it('says in a 401 where to sign in, and why a token was refused', async () => {
    const service = setUp({ rateLimit });
    const rest =
      'scope="agent", resource_metadata="https://example.com/.well-known/oauth-protected-resource/portal/api/agent-governance/mcp"';
    await expect(service.challenge()).resolves.toBe(`Bearer ${rest}`);
    await expect(service.challenge({ error: 'invalid_token' })).resolves.toBe(
      `Bearer error="invalid_token", ${rest}`,
    );
  });

  it('says no more than what is asked for where there is no authorization server', async () => {
    await expect(setUp().getProtectedResource()).resolves.toBeUndefined();
    await expect(setUp().challenge()).resolves.toBe('Bearer');
    await expect(setUp().challenge({ error: 'invalid_token' })).resolves.toBe(
      'Bearer error="invalid_token"',
    );
  });
});

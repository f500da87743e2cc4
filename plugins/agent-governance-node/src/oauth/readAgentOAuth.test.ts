import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readAgentOAuth } from './readAgentOAuth';

const OWN = { issuer: 'https://agents.example.com', listen: { port: 7009 } };

const read = (oauth: JsonObject, auth: JsonObject = {}) =>
  readAgentOAuth(
    new ConfigReader({
      backend: { baseUrl: 'https://portal.example.com' },
      auth,
      agentGovernance: { oauth },
    }),
  );

describe('readAgentOAuth', () => {
  it('has no authorization server for agents unless told so', () => {
    expect(readAgentOAuth(new ConfigReader({}))).toBeUndefined();
  });

  it('has it below the portal, or on an origin of its own', () => {
    expect(read({ rateLimit: { burst: 5 } })).toEqual({
      rateLimit: { burst: 5, perMinute: 120 },
    });
    expect(read(OWN)).toEqual({
      own: {
        issuer: 'https://agents.example.com',
        listen: { host: '', port: 7009 },
      },
      rateLimit: { burst: 60, perMinute: 120 },
    });
  });

  const portalMetadata = [
    { clientIdMetadataDocuments: { enabled: true } },
    { experimentalClientIdMetadataDocuments: { enabled: true } },
    { experimentalDynamicClientRegistration: { enabled: true } },
  ];

  it.each(portalMetadata)(
    'stops the start where the portal’s own metadata stands in the way: %j',
    auth => {
      expect(() => read({}, auth)).toThrow(
        `agentGovernance.oauth.issuer and agentGovernance.oauth.listen must be given, an origin of its own, because with auth.${
          Object.keys(auth)[0]
        }.enabled`,
      );
      expect(read(OWN, auth)).toBeDefined();
      expect(read({}, { [Object.keys(auth)[0]]: { enabled: false } })).toEqual(
        expect.objectContaining({ rateLimit: expect.anything() }),
      );
    },
  );

  it.each<[JsonObject, string]>([
    [{ audience: 'x' }, 'oauth.audience is not a known key'],
    [{ issuer: OWN.issuer }, 'oauth.issuer needs'],
    [{ listen: OWN.listen }, 'oauth.listen needs'],
    [{ ...OWN, issuer: 'agents' }, 'oauth.issuer must be an http'],
    [{ ...OWN, issuer: 'http://agents.example.com' }, 'must be an https'],
    [{ ...OWN, issuer: `${OWN.issuer}/` }, 'oauth.issuer must not end with'],
    [{ ...OWN, issuer: `${OWN.issuer}?a` }, 'oauth.issuer must be an http'],
    [
      { ...OWN, issuer: 'https://portal.example.com/agents' },
      'oauth.issuer must be of another origin than backend.baseUrl',
    ],
    [{ ...OWN, listen: { port: 70_000 } }, 'oauth.listen.port must be'],
    [{ ...OWN, listen: { port: 1, tls: true } }, 'oauth.listen.tls is not'],
    [{ rateLimit: { burst: 0 } }, 'oauth.rateLimit.burst must be'],
    [{ rateLimit: { perHour: 1 } }, 'oauth.rateLimit.perHour is not'],
  ])('stops the start for %j, naming the key', (oauth, message) => {
    expect(() => read(oauth)).toThrow(message);
  });
});

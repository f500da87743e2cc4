import fc from 'fast-check';
import { AgentSignInError } from '../AgentSignInError';
import { OAuthError } from './OAuthError';
import { GRANT_TYPES, readTokenRequest } from './readTokenRequest';

const RESOURCES = ['https://portal.example.com/api/agent-governance/mcp'];
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const text = fc.oneof(fc.string(), fc.constant(ASSERTION_TYPE));
const value = fc.oneof(
  text,
  fc.array(text, { maxLength: 3 }),
  fc.constant(undefined),
);
const form = fc.record(
  {
    grant_type: fc.oneof(fc.constantFrom(...GRANT_TYPES), value),
    scope: fc.oneof(fc.constantFrom('agent', ''), value),
    resource: fc.oneof(fc.constantFrom(...RESOURCES, ''), value),
    client_id: value,
    client_secret: value,
    client_assertion: value,
    client_assertion_type: value,
    assertion: value,
  },
  { requiredKeys: [] },
);

describe('readTokenRequest', () => {
  it('invariant 12: makes of any form one assertion, or an error that has a name', () => {
    fc.assert(
      fc.property(form, body => {
        try {
          const request = readTokenRequest(body, { resources: RESOURCES });
          const given =
            request.grant === 'client' ? body.client_assertion : body.assertion;
          expect(request.assertion).toBe(given);
          expect(request.assertion).not.toBe('');
          expect([undefined, '']).toContain(body.client_secret);
          expect(['', ...RESOURCES]).toEqual(
            expect.arrayContaining([body.resource ?? ''].flat()),
          );
        } catch (error) {
          const isNamed =
            error instanceof OAuthError || error instanceof AgentSignInError;
          if (!isNamed) {
            throw error;
          }
        }
      }),
    );
  });

  it.each([undefined, null, 'x', 17, [], [1]])(
    'takes %j for an empty form',
    body => {
      expect(() => readTokenRequest(body, { resources: RESOURCES })).toThrow(
        'grant_type is missing',
      );
    },
  );
});

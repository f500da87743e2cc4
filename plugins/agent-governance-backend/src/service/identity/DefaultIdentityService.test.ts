import { mockServices } from '@backstage/backend-test-utils';
import {
  AgentStandingAnswer,
  AgentStandingService,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { DefaultIdentityService } from './DefaultIdentityService';
import { SignIns } from './SignIns';

const BOT = 'agent:default/bot';
const entity = { spec: { identity: { keys: [] } } };

function setUp(options: {
  answer?: Partial<AgentStandingAnswer>;
  fetch?: typeof fetch;
}) {
  const answer = { stands: false, agentRef: BOT, entity, ...options.answer };
  const standing = { check: async () => answer };
  return DefaultIdentityService.create({
    standing: standing as unknown as AgentStandingService,
    issuers: [],
    logger: mockServices.logger.mock(),
    signIns: SignIns.create({
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
      fetch: options.fetch,
    }),
  });
}

describe('DefaultIdentityService', () => {
  it.each<[string, typeof fetch]>([
    [
      'does not answer',
      async () => {
        throw new TypeError('fetch failed');
      },
    ],
    ['refuses', async () => new Response('{}', { status: 403 })],
    [
      'says something else than it should',
      async () => Response.json({ items: [{ method: 'key', lastAt: 'now' }] }),
    ],
  ])(
    'invariant 11: says that nobody could say when the auth plugin %s',
    async (_, fetchMock) => {
      const identity = await setUp({ fetch: fetchMock }).get(BOT, {
        withUse: true,
      });
      expect(identity).toEqual({
        agentRef: BOT,
        keys: [],
        identities: [],
        signIns: {
          state: 'unreachable',
          because: expect.stringContaining('did not answer'),
        },
      });
    },
  );

  it('does not even ask for who may not know', async () => {
    const fetchMock = jest.fn();
    const identity = await setUp({ fetch: fetchMock }).get(BOT, {
      withUse: false,
    });
    expect(identity.signIns.state).toBe('hidden');
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('tells an agent that is not there from a catalog that does not answer', async () => {
    const gone = { reason: 'not-found', entity: undefined } as const;
    await expect(
      setUp({ answer: gone }).get(BOT, { withUse: true }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    const silent = { reason: 'could-not-check', entity: undefined } as const;
    await expect(
      setUp({ answer: silent }).get(BOT, { withUse: true }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});

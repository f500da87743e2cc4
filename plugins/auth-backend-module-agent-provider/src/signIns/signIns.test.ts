import { jwkThumbprint } from '@agentgov/backstage-plugin-agent-governance-common';
import request from 'supertest';
import { agent, assertionOf, BOT, KEY } from '../__testUtils__/agents';
import { SERVICE_TOKEN, startPortal } from '../__testUtils__/startPortal';

async function setUp() {
  const portal = await startPortal({ entities: [agent('bot')] });
  const list = (token: string | undefined, name = 'bot') =>
    request(portal.server)
      .get(`/api/auth/agent-governance/v1/agents/default/${name}/sign-ins`)
      .set(token ? { authorization: `Bearer ${token}` } : {});
  return { ...portal, list };
}

describe('what agents signed in with', () => {
  it('tells the agent-governance plugin which key was used, and until when its token is good', async () => {
    const { signIn, list, ownToken } = await setUp();
    const before = Date.now();
    await signIn(await assertionOf(BOT));
    await signIn(await assertionOf(BOT));
    const { status, body } = await list(await ownToken('agent-governance'));
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        method: 'key',
        keyThumbprint: jwkThumbprint(KEY),
        firstAt: expect.any(String),
        lastAt: expect.any(String),
        tokenExpiresAt: expect.any(String),
      },
    ]);
    const [{ lastAt, tokenExpiresAt }] = body.items;
    expect(Date.parse(lastAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(tokenExpiresAt)).toBeGreaterThan(Date.parse(lastAt));
  });

  it('knows nothing of an agent that never signed in', async () => {
    const { list, ownToken } = await setUp();
    const { body } = await list(await ownToken('agent-governance'), 'other');
    expect(body).toEqual({ items: [] });
  });

  it('invariant 14: tells nobody else', async () => {
    const { signIn, list, ownToken } = await setUp();
    const { body } = await signIn(await assertionOf(BOT));
    for (const [caller, expected] of [
      [undefined, 401],
      ['nonsense', 401],
      [SERVICE_TOKEN, 403],
      [await ownToken('other'), 403],
      [body.backstageIdentity.token, 403],
    ] as const) {
      const answer = await list(caller);
      expect(answer.status).toBe(expected);
      expect(answer.body).not.toHaveProperty('items');
    }
  });
});

import { randomUUID } from 'node:crypto';
import { GovernedAgent } from '@agentgov/agent-sdk';
import { JsonObject } from '@backstage/types';
import { agent, AUDIENCE, BOT, privateKey } from './__testUtils__/agents';
import { FakeIssuer } from './__testUtils__/FakeIssuer';
import { findFreePort } from './__testUtils__/findFreePort';
import { startPortal } from './__testUtils__/startPortal';

const key = privateKey.export({ format: 'jwk' });
const FEDERATED = 'agent:default/federated';
const SUBJECT = 'system:serviceaccount:agents:bot';

describe('an agent with the SDK signs in', () => {
  let issuer: FakeIssuer;

  beforeAll(async () => {
    issuer = await FakeIssuer.start();
  });

  async function setUp(oauth: JsonObject) {
    const { server, whoIs } = await startPortal({
      entities: [
        agent('bot'),
        agent('federated', {
          identity: { federated: [{ issuer: 'cluster', subject: SUBJECT }] },
        }),
      ],
      governance: {
        oauth,
        federation: {
          issuers: {
            cluster: {
              issuer: issuer.url,
              audience: AUDIENCE,
              allowPrivateAddresses: true,
            },
          },
        },
      },
    });
    const portalUrl = `http://localhost:${server.port()}`;
    const me = async (token: string) =>
      (await whoIs(token)).principal.userEntityRef;
    return { portalUrl, me };
  }

  it.each(['below the portal', 'at an origin of its own'])(
    'by OAuth, at an authorization server %s',
    async where => {
      const port = await findFreePort();
      const isBelow = where === 'below the portal';
      const { portalUrl, me } = await setUp(
        isBelow
          ? {}
          : {
              issuer: `http://localhost:${port}`,
              listen: { host: 'localhost', port },
            },
      );
      const oauth = {
        issuer: isBelow
          ? `${portalUrl}/api/auth/agent/oauth`
          : `http://localhost:${port}`,
        resource: `${portalUrl}/api/agent-governance/mcp`,
      };
      const bot = GovernedAgent.create({
        portalUrl,
        agentRef: BOT,
        key,
        oauth,
      });
      expect(await me(await bot.token())).toBe(BOT);

      const other = GovernedAgent.create({
        portalUrl,
        agentRef: 'agent:default/other',
        key,
        oauth,
      });
      await expect(other.token()).rejects.toMatchObject({
        name: 'NotSignedInError',
        status: 401,
      });
    },
  );

  it('with what its platform says of it, at either door', async () => {
    const { portalUrl, me } = await setUp({});
    const getToken = async () =>
      issuer.issue({ sub: SUBJECT, aud: AUDIENCE, jti: randomUUID() });
    for (const oauth of [
      undefined,
      { issuer: `${portalUrl}/api/auth/agent/oauth` },
    ]) {
      const workload = GovernedAgent.create({
        portalUrl,
        agentRef: FEDERATED,
        getToken,
        oauth,
      });
      expect(await me(await workload.token())).toBe(FEDERATED);
    }
  });
});

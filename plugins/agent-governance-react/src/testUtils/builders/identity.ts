import { AgentIdentity } from '@agentgov/backstage-plugin-agent-governance-common';
import { AGENT } from './world';

/** An agent with a key in use, an old one, and a workload of a cluster. @public */
export function anAgentIdentity(
  overrides: Partial<AgentIdentity> = {},
): AgentIdentity {
  return {
    agentRef: AGENT,
    keys: [
      {
        thumbprint: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
        algorithm: 'ES256',
        keyId: 'current',
        isInEntity: true,
        use: {
          firstAt: '2026-11-02T09:14:07.000Z',
          lastAt: '2026-11-20T09:12:44.000Z',
          tokenExpiresAt: '2026-11-20T09:42:44.000Z',
        },
      },
      {
        thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
        isInEntity: false,
        use: {
          firstAt: '2026-10-02T09:14:07.000Z',
          lastAt: '2026-10-30T09:12:44.000Z',
          tokenExpiresAt: '2026-10-30T09:42:44.000Z',
        },
      },
    ],
    identities: [
      {
        issuerId: 'prod-cluster',
        issuer: 'https://cluster.example.com',
        subject: 'system:serviceaccount:agents:deploy-bot',
        isInEntity: true,
        isBelieved: true,
      },
    ],
    signIns: { state: 'known' },
    ...overrides,
  };
}

import { generateKeyPairSync } from 'node:crypto';
import {
  AgentEntity,
  readAgentKeys,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { composeIdentity } from './composeIdentity';

const jwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
const CLUSTER = { id: 'cluster', issuer: 'https://cluster.example.com' };
const SUBJECT = 'system:serviceaccount:agents:bot';
const entity = {
  spec: {
    identity: {
      keys: [{ ...jwk, kid: 'now' }],
      federated: [
        { issuer: 'cluster', subject: SUBJECT },
        { issuer: 'gone', subject: 'repo' },
      ],
    },
  },
} as unknown as AgentEntity;
const [{ thumbprint }] = readAgentKeys(entity);
const use = {
  firstAt: '2026-11-01T00:00:00Z',
  lastAt: '2026-11-02T00:00:00Z',
  tokenExpiresAt: '2026-11-02T01:00:00Z',
};

describe('composeIdentity', () => {
  it('tells what is used, what never was, and what is used no more', () => {
    expect(
      composeIdentity({
        entity,
        issuers: [CLUSTER],
        signIns: [
          { method: 'key', keyThumbprint: 'old', ...use },
          { method: 'key', keyThumbprint: thumbprint, ...use },
        ],
      }),
    ).toEqual({
      keys: [
        { thumbprint, algorithm: 'EdDSA', keyId: 'now', isInEntity: true, use },
        { thumbprint: 'old', isInEntity: false, use },
      ],
      identities: [
        {
          issuerId: 'cluster',
          issuer: CLUSTER.issuer,
          subject: SUBJECT,
          isInEntity: true,
          isBelieved: true,
        },
        {
          issuerId: 'gone',
          subject: 'repo',
          isInEntity: true,
          isBelieved: false,
        },
      ],
    });
  });

  it('does not take another issuer of the same id for the one that is configured now', () => {
    const before = {
      method: 'federated' as const,
      issuerId: 'cluster',
      issuer: 'https://before.example.com',
      subject: SUBJECT,
      ...use,
    };
    const { identities } = composeIdentity({
      entity,
      issuers: [CLUSTER],
      signIns: [before],
    });
    expect(identities[0].use).toBeUndefined();
    expect(identities.at(-1)).toEqual({
      issuerId: 'cluster',
      issuer: before.issuer,
      subject: SUBJECT,
      isInEntity: false,
      isBelieved: false,
      use,
    });
  });
});
